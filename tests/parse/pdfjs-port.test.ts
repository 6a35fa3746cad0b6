// The channel to pdf.js' worker: order, no copies, two messages that never arrive.
import { describe, expect, test } from '@jest/globals';
import { PdfjsPort } from '../../server/parse/pdfjs-port.ts';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function listening() {
  const [near, far] = PdfjsPort.pair();
  const heard: unknown[] = [];
  far.addEventListener('message', ({ data }) => heard.push(data));
  return { near, far, heard };
}

describe('PdfjsPort', () => {
  test('messages arrive in order, later than they were sent, and are not copied', async () => {
    const { near, heard } = listening();
    const [first, second] = [{ action: 'GetDoc' }, { action: 'GetPage' }];
    near.postMessage(first);
    near.postMessage(second);
    expect(heard).toEqual([]);
    await turn();
    expect(heard[0]).toBe(first);
    expect(heard).toEqual([first, second]);
  });

  test('decoded images are dropped', async () => {
    const { near, heard } = listening();
    near.postMessage({ action: 'obj' });
    await turn();
    expect(heard).toEqual([]);
  });

  test('who asks for glyph paths gets an answer, and the other end no work: pdf.js gives no font before', async () => {
    const { near, heard } = listening();
    const answers: unknown[] = [];
    near.addEventListener('message', ({ data }) => answers.push(data));
    near.postMessage({ sourceName: 'main', targetName: 'worker', action: 'FontFallback', callbackId: 7 });
    await turn();
    expect(heard).toEqual([]);
    expect(answers).toEqual([{ sourceName: 'worker', targetName: 'main', callback: 1, callbackId: 7, data: null }]);
  });

  test('operators survive the sender emptying its arrays', async () => {
    const { near, heard } = listening();
    const chunk = { fnArray: [1, 2], argsArray: [null, [3]] };
    near.postMessage({ chunk });
    chunk.fnArray.length = 0;
    chunk.argsArray.length = 0;
    await turn();
    expect(heard).toEqual([{ chunk: { fnArray: [1, 2], argsArray: [null, [3]] } }]);
  });

  test('who stopped listening hears nothing', async () => {
    const [near, far] = PdfjsPort.pair();
    const heard: unknown[] = [];
    const stop = new AbortController();
    far.addEventListener('message', ({ data }) => heard.push(data), { signal: stop.signal });
    stop.abort();
    near.postMessage({ action: 'GetDoc' });
    await turn();
    far.terminate();
    expect(heard).toEqual([]);
  });
});
