// Sends one file to the intake and tells how much of it has gone: file in → the server's answer out.
// XMLHttpRequest, because fetch does not report the progress of what it sends; refusals are thrown as ApiProblem.
import { acceptedAnswerSchema, type AcceptedAnswer } from '../../../server/contract/document-api.ts';
import { addressOf } from '../api/client.ts';
import { problemOf, unexpectedAnswer, unreachable } from '../api/problem.ts';

/** `onSent` gets the share of bytes that have gone, 0 to 1. */
export function sendFile(
  file: File,
  onSent: (share: number) => void,
  createRequest: () => XMLHttpRequest = () => new XMLHttpRequest(),
): Promise<AcceptedAnswer> {
  const form = new FormData();
  form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = createRequest();
    request.open('POST', addressOf('upload'));
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total));
    request.addEventListener('error', () => reject(unreachable(new Error('the connection broke'))));
    request.addEventListener('load', () => {
      if (request.status >= 400) {
        reject(problemOf(request.status, request.responseText));
        return;
      }
      try {
        resolve(acceptedAnswerSchema.parse(JSON.parse(request.responseText)));
      } catch (error) {
        reject(unexpectedAnswer(error));
      }
    });
    request.send(form);
  });
}
