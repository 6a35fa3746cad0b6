// Files made to do harm: each tries one thing that PDFs can be made to do. Bytes, what may become of it, and what must not be found.
// Each holds the same sentence where a page can still be read, so that one sees whether it was.
import { deflateSync, gzipSync } from 'node:zlib';
import { rawPdf, streamOf, words, type RawPdfPage } from '../parse/raw-pdf.ts';

export interface HostileFiling {
  readonly filename: string;
  readonly bytes: Buffer;
  /** `done`: it is read like any other; `unread`: its page is listed as unreadable. Else the codes its job may fail with. */
  readonly becomes: 'done' | 'unread' | readonly string[];
  readonly why: string;
}

/** Words of a page that is read all the same. */
export const sentence = 'The deponent answered about the fortnightly report';
/** Words that stand in no page: in a script, an attachment, a field. */
export const hidden = 'zanzibarquince';

const page = (extra: Partial<RawPdfPage> = {}): RawPdfPage => ({ content: words(sentence, 72, 700), ...extra });
const file = (...made: Parameters<typeof rawPdf>): Buffer => Buffer.from(rawPdf(...made));
/** A compressed stream as an object; `raw` says how many bytes it unpacks to. */
const packed = (bytes: Buffer, entries: string): string => {
  const data = deflateSync(bytes, { level: 9 }).toString('latin1');
  return streamOf(data, `/Filter /FlateDecode ${entries}`);
};
const form = '/Type /XObject /Subtype /Form /BBox [0 0 612 792]';
const withObject = (name: string): Partial<RawPdfPage> => ({
  content: `${words(sentence, 72, 700)}/${name} Do\n`,
  resources: `/XObject << /${name} 100 0 R >>`,
});
const limits = ['time-limit', 'memory-limit', 'unreadable-pdf'];

export function hostileFilings(): readonly HostileFiling[] {
  const script = `/S /JavaScript /JS (app.alert("${hidden}"); this.exportDataObject({ cName: "x", nLaunch: 2 });)`;
  const good = file([page()]);
  return [
    {
      filename: 'javascript.pdf',
      bytes: file([page({ page: `/AA << /O << ${script} >> >>` })], { catalog: `/OpenAction << ${script} >>` }),
      becomes: 'done',
      why: 'scripts that run when the file or a page is opened',
    },
    {
      filename: 'launch.pdf',
      bytes: file([page()], { catalog: '/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) >> >>' }),
      becomes: 'done',
      why: 'starts a program',
    },
    {
      filename: 'embedded.pdf',
      bytes: file([page()], {
        catalog: '/Names << /EmbeddedFiles << /Names [(a.txt) 100 0 R] >> >>',
        objects: {
          100: '<< /Type /Filespec /F (a.txt) /EF << /F 101 0 R >> >>',
          101: streamOf(`The attachment says ${hidden}`, '/Type /EmbeddedFile'),
        },
      }),
      becomes: 'done',
      why: 'a file within the file is no page of the filing',
    },
    {
      filename: 'bomb.pdf',
      bytes: file([page(withObject('Bomb'))], {
        objects: { 100: packed(Buffer.alloc(400_000_000, '0 0 m '), form) },
      }),
      becomes: limits,
      why: '400 MB of drawing from half a megabyte',
    },
    {
      filename: 'bomb-in-bomb.pdf',
      bytes: file([page(withObject('Bomb'))], {
        objects: {
          100: streamOf(
            deflateSync(deflateSync(Buffer.alloc(200_000_000, '0 0 m '), { level: 9 }), { level: 9 }).toString(
              'latin1',
            ),
            `/Filter [/FlateDecode /FlateDecode] ${form}`,
          ),
        },
      }),
      becomes: limits,
      why: 'packed twice',
    },
    {
      filename: 'deep.pdf',
      bytes: file([page()], { catalog: `/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}` }),
      becomes: ['unreadable-pdf', 'memory-limit'],
      why: 'lists in lists, 200,000 deep',
    },
    {
      filename: 'cycle.pdf',
      bytes: Buffer.from(good.toString('latin1').replace(/\/Kids \[[^\]]*\]/, '/Kids [2 0 R]'), 'latin1'),
      becomes: 'unread',
      why: 'a page tree that holds itself has a page that cannot be read, and says so',
    },
    {
      filename: 'giant.pdf',
      bytes: Buffer.from(good.toString('latin1').replaceAll('[0 0 612 792]', '[0 0 1e9 1e9]'), 'latin1'),
      becomes: 'done',
      why: 'a page as wide as a country is read, not drawn',
    },
    {
      filename: 'objects.pdf',
      bytes: file([page()], {
        objects: Object.fromEntries(Array.from({ length: 300_000 }, (_, at) => [1000 + at, 'null'])),
      }),
      becomes: 'done',
      why: '300,000 objects that nobody asks for',
    },
    {
      filename: 'form-loop.pdf',
      bytes: file([page(withObject('Loop'))], {
        objects: { 100: streamOf('/Loop Do', `${form} /Resources << /XObject << /Loop 100 0 R >> >>`) },
      }),
      becomes: 'done',
      why: 'a drawing that draws itself',
    },
    {
      filename: 'font-loop.pdf',
      bytes: file(
        [
          page({
            content: `${words(sentence, 72, 700)}BT /T3 12 Tf 72 600 Td (a) Tj ET\n`,
            resources: '',
            page: '',
          }),
          {
            content: 'BT /T3 12 Tf 72 600 Td (aaa) Tj ET\n',
            resources: '/Font << /T3 100 0 R >>',
          },
        ],
        {
          objects: {
            100: '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 10 10] /FontMatrix [0.1 0 0 0.1 0 0] /CharProcs << /a 101 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> /FirstChar 97 /LastChar 97 /Widths [10] /Resources << /Font << /T3 100 0 R >> >> >>',
            101: streamOf('10 0 0 0 10 10 d1 BT /T3 1 Tf (a) Tj ET', ''),
          },
        },
      ),
      becomes: 'done',
      why: 'a letter that is drawn with itself',
    },
    ...(['JBIG2Decode', 'JPXDecode', 'DCTDecode', 'CCITTFaxDecode'] as const).map((filter): HostileFiling => ({
      filename: `${filter.toLowerCase()}.pdf`,
      bytes: file([page(withObject('Im'))], {
        objects: {
          100: streamOf(
            Array.from({ length: 3000 }, (_, at) => String.fromCharCode((at * 73 + 41) % 256)).join(''),
            `/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /${filter}`,
          ),
        },
      }),
      becomes: 'done',
      why: 'an image of 3.6 billion pixels that is nonsense',
    })),
    {
      filename: 'polyglot.pdf',
      bytes: Buffer.concat([Buffer.from(`<html><script>alert("${hidden}")</script><!--\n`), good, Buffer.from('-->')]),
      becomes: 'done',
      why: 'a web page before the header: read as the PDF that it is, served as one',
    },
    {
      filename: 'zipped.pdf',
      bytes: gzipSync(good),
      becomes: ['not-a-pdf'],
      why: 'packed, and named like a PDF',
    },
  ];
}
