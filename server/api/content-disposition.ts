// The header that names a file (RFC 6266): every name can be sent, none can leave its header.
// In: how the file is shown, its name. Out: the header's value, with an ASCII form for old programs.

/** `inline` opens in the browser, `attachment` is saved. */
export function contentDisposition(shown: 'inline' | 'attachment', filename: string): string {
  // Half a surrogate pair has no UTF-8.
  const name = filename.toWellFormed();
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  // What `encodeURIComponent` leaves, but RFC 8187 reserves.
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${shown}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
