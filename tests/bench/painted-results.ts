// Runs in the browser before the client: notes when a key goes down, and tells when the results of the question it made are painted.
// In: keydown and input events, answers to /api/search. Out: calls of `tellPaint(q, ms)`. The results are those of the question in the
// box when its answer has arrived and nothing in the list is marked stale; the next frame is then painted.

/** Handed to the page as text: it may use nothing from outside. */
export function watchPaintedResults(): void {
  const { tellPaint } = globalThis as unknown as { tellPaint: (q: string, ms: number) => void };
  let began = 0;
  let answered: string | null = null;
  let waiting: { readonly q: string; readonly began: number } | null = null;

  const send = globalThis.fetch.bind(globalThis);
  globalThis.fetch = async (input, init) => {
    const response = await send(input, init);
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input, location.href);
    if (pathname !== '/api/search') return response;
    const read = response.json.bind(response);
    response.json = async () => {
      const answer: unknown = await read();
      answered = searchParams.get('q') ?? '';
      return answer;
    };
    return response;
  };
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      began = timeStamp;
    },
    true,
  );
  addEventListener(
    'input',
    ({ target }) => {
      if (target instanceof HTMLInputElement) waiting = { q: target.value, began };
    },
    true,
  );
  new MutationObserver(() => {
    if (waiting === null || answered !== waiting.q) return;
    const results = document.querySelector('section[aria-label="Results"]');
    if (results === null || results.querySelector('[data-stale]') !== null) return;
    const { q, began: keyDown } = waiting;
    waiting = null;
    requestAnimationFrame(() => {
      // A message is handled after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => tellPaint(q, performance.now() - keyDown));
      port1.start();
      port2.postMessage(null);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
}
