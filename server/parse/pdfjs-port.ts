// The two ends of pdf.js' message channel inside one process, passing messages by reference.
// pdf.js' own loopback copies each message with structuredClone; without copies the operator list of a page comes a fifth
// faster. Two messages stay on the way: decoded images (only their place matters here) and the request to turn every
// glyph into a path. It follows each font, because Node has no FontFace, and must be answered: until then pdf.js gives no font.

/** What pdf.js sends: only the fields read here are named. */
interface PortMessage {
  readonly action?: string;
  readonly sourceName?: string;
  readonly targetName?: string;
  readonly callbackId?: number;
  readonly chunk?: { readonly fnArray?: unknown[]; readonly argsArray?: unknown[] };
}

type Listener = (event: { readonly data: unknown }) => void;

/** pdf.js' word for an answer that carries data, not an error. */
const answered = 1;

/** One end of the channel, with the part of `MessagePort` that pdf.js uses. */
export class PdfjsPort {
  private readonly listeners = new Set<Listener>();
  private peer: PdfjsPort | null = null;

  /** Two joined ends. */
  static pair(): readonly [PdfjsPort, PdfjsPort] {
    const [first, second] = [new PdfjsPort(), new PdfjsPort()];
    first.peer = second;
    second.peer = first;
    return [first, second];
  }

  postMessage(message: PortMessage): void {
    if (message.action === 'obj') return;
    if (message.action === 'FontFallback') {
      const { sourceName, targetName, callbackId } = message;
      // Answered in the peer's name.
      this.deliver({ sourceName: targetName, targetName: sourceName, callback: answered, callbackId, data: null });
    } else this.peer?.deliver(detach(message));
  }

  private deliver(data: unknown): void {
    queueMicrotask(() => {
      for (const listener of this.listeners) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.delete(listener);
  }

  terminate(): void {
    this.listeners.clear();
  }
}

/** The sender empties its operator arrays right after sending them, so those two are copied (shallowly). */
function detach(message: PortMessage): PortMessage {
  const { chunk } = message;
  if (!chunk?.fnArray || !chunk.argsArray) return message;
  return { ...message, chunk: { ...chunk, fnArray: chunk.fnArray.slice(), argsArray: chunk.argsArray.slice() } };
}
