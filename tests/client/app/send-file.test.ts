import { describe, expect, test } from '@jest/globals';
import { sendFile } from '../../../client/src/app/send-file.ts';

/** The browser's request, as far as it is used: answers as soon as it is sent, or breaks. */
function requestOf(status: number, responseText: string, isBroken = false) {
  const upload = new EventTarget();
  const request = Object.assign(new EventTarget(), {
    upload,
    status,
    responseText,
    open: () => undefined,
    send: () => {
      upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 1, total: 4 }));
      request.dispatchEvent(new Event(isBroken ? 'error' : 'load'));
    },
  });
  return () => request as unknown as XMLHttpRequest;
}

const file = new File(['%PDF-'], 'a.pdf');
const accepted = { jobs: [{ id: 'j', filename: 'a.pdf', known: false }], refused: [] };

describe('sendFile', () => {
  test('tells the share that has gone, and the answer', async () => {
    const shares: number[] = [];
    await expect(
      sendFile(file, (share) => shares.push(share), requestOf(202, JSON.stringify(accepted))),
    ).resolves.toEqual(accepted);
    expect(shares).toEqual([0.25]);
  });

  test.each([
    [
      requestOf(413, '{"type":"x","title":"x","status":413,"detail":"Too large.","code":"too-large"}'),
      'too-large',
      'a refusal',
    ],
    [requestOf(202, 'nonsense'), 'unexpected-answer', 'another version'],
    [requestOf(0, '', true), 'unreachable', 'the connection broke'],
  ])('%# fails as %s (%s)', async (createRequest, code) => {
    await expect(sendFile(file, () => undefined, createRequest)).rejects.toMatchObject({ code });
  });
});
