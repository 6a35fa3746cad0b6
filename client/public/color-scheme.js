// Sets the kept colour scheme before the first paint, so that a dark room is not lit up for a moment.
// In: the choice in localStorage, else the system's. Out: the attribute that the style sheet and Mantine read.
(function () {
  let kept = null;
  try {
    kept = localStorage.getItem('pincite-color-scheme');
  } catch {
    // Storage may be forbidden: then the system decides.
  }
  const dark = kept === 'dark' || (kept !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
