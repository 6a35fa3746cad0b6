// A file's name as it is kept and shown: the last part of a path, without control characters, at most 255 characters.
// The name never decides where bytes are stored (their hash does), so this only has to be safe to look at.

const longest = 255;

/** Makes a name fit to show. `../../etc/passwd.pdf` → `passwd.pdf`; an empty one → `unnamed.pdf`. */
export function displayNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  // Controls, and marks that turn the direction of writing: `fdp.exe` must not read as `exe.pdf`.
  const shown = last
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '')
    .trim()
    .toWellFormed();
  if (shown === '' || shown === '.' || shown === '..') return 'unnamed.pdf';
  if (shown.length <= longest) return shown;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(shown)?.[0] ?? '';
  return `${shown.slice(0, longest - ending.length - 1).toWellFormed()}…${ending}`;
}
