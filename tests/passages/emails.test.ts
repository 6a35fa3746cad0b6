import { describe, expect, test } from '@jest/globals';
import { emailsIn, emailsOf, receiversOf, withEmails } from '../../server/passages/emails.ts';
import { setPage } from './page-maker.ts';

function headsOf(texts: readonly string[]) {
  let from = 0;
  const lines = texts.map((text) => {
    const line = { pageNumber: 1, from, text };
    from += text.length + 1;
    return line;
  });
  return emailsOf(lines).map(({ header }) => header);
}

const nobody = { to: [], cc: [] };

describe('heads of e-mails', () => {
  test.each([
    [
      'as Outlook prints it, with a list that wraps',
      [
        'From: Doe, Jane [jdoe@x.example]',
        'Sent: Friday, November 15, 2013 2:52:03 AM',
        'To: Roe, Richard; Poe, Paula;',
        'Moe, Max',
        'CC: Low, Lucy',
        'Subject: Re: terms and what',
        'follows',
        'Importance: High',
        'All,',
        'Thanks.',
      ],
      [
        {
          from: 'Doe, Jane [jdoe@x.example]',
          to: ['Roe, Richard', 'Poe, Paula', 'Moe, Max'],
          cc: ['Low, Lucy'],
          sent: 'Friday, November 15, 2013 2:52:03 AM',
          sentOn: '2013-11-15',
          subject: 'Re: terms and what follows',
        },
      ],
    ],
    [
      'as Gmail prints it, the receivers last and open',
      ['From: Jane Doe <j@x.example>', 'Date: Mar 3, 2015', 'To: A B <a@x.example>,', 'C D <c@x.example>', 'Hello,'],
      [
        {
          from: 'Jane Doe <j@x.example>',
          to: ['A B <a@x.example>', 'C D <c@x.example>'],
          cc: [],
          sent: 'Mar 3, 2015',
          sentOn: '2015-03-03',
          subject: null,
        },
      ],
    ],
    [
      'a chain: quoted heads are e-mails of their own',
      [
        'From: Jane Doe',
        'Sent: May 2, 2015 9:00 AM',
        'To: Richard Roe',
        'Subject: RE: deck',
        'Fine.',
        '> From: Richard Roe',
        '> Sent: May 1, 2015 8:00 AM',
        '> To: Jane Doe',
        '> Subject: deck',
        'On Apr 30, 2015, at 4:05 PM, Jane Doe <j@x.example> wrote:',
      ],
      [
        { from: 'Jane Doe', to: ['Richard Roe'], sentOn: '2015-05-02', subject: 'RE: deck' },
        { from: 'Richard Roe', to: ['Jane Doe'], sentOn: '2015-05-01', subject: 'deck' },
        { from: 'Jane Doe <j@x.example>', ...nobody, sentOn: '2015-04-30', subject: null },
      ],
    ],
    ['a memorandum: no day, no address', ['TO: All staff', 'FROM: The director', 'SUBJECT: Parking'], []],
    ['a sentence that begins with a field', ['From: the beginning, the plaintiffs', 'argued that'], []],
    ['a head without a sender', ['Sent: May 1, 2015', 'To: Jane Doe', 'Subject: deck'], []],
    [
      'the letter is no part of the subject',
      ['From: A B', 'Sent: May 1, 2015', 'Subject: deck', 'Dear all'],
      [{ subject: 'deck' }],
    ],
    [
      'an unreadable day',
      ['From: A B <a@x.example>', 'Sent: Fri 3:11', 'To: C D', 'Subject: x'],
      [{ sent: 'Fri 3:11', sentOn: null }],
    ],
  ])('%s', (_why, lines, expected) => {
    const heads = headsOf(lines);
    expect(heads).toHaveLength(expected.length);
    expect(heads).toMatchObject(expected);
  });
});

test.each([
  ['Doe, Jane; Roe, Richard', ['Doe, Jane', 'Roe, Richard'], 'semicolons part'],
  ['Jane Doe <j@x>, Roe, Richard <r@x>', ['Jane Doe <j@x>', 'Roe, Richard <r@x>'], 'commas part after an address'],
  ['j@x.example, r@x.example', ['j@x.example', 'r@x.example'], 'bare addresses'],
  ['Doe, Jane', ['Doe, Jane'], 'one name, last name first'],
  [';', [], 'nobody'],
])('receivers %s', (list, expected) => {
  expect(receiversOf(list)).toEqual(expected);
});

test('a passage gets the head that begins in it, furniture gives none', () => {
  const page = setPage(3, [
    { text: 'From: somebody who is furniture', furniture: 'header' },
    { text: 'An opening line' },
    { text: 'From: Jane Doe' },
    { text: 'Sent: May 2, 2015' },
    { text: 'To: Richard Roe' },
  ]);
  const emails = emailsIn([
    page,
    setPage(4, [{ text: 'From: nobody' }], { unread: { reason: 'unreadable', detail: '' } }),
  ]);
  expect(emails).toMatchObject([{ pageNumber: 3, header: { from: 'Jane Doe' } }]);
  const at = page.text.indexOf('From: Jane');
  const passages = [
    { spans: [{ pageNumber: 3, from: 0, to: at - 1 }] },
    { spans: [{ pageNumber: 3, from: at, to: page.text.length }] },
  ];
  expect(withEmails(passages, emails).map(({ emails: own }) => own?.length ?? 0)).toEqual([0, 1]);
});
