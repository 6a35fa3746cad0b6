// gazetteer.json of a corpus folder: names with their other spellings.
import { describe, expect, test } from '@jest/globals';
import { joinGazetteers, readGazetteer } from '../../server/intake/gazetteer-file.ts';

describe('reading', () => {
  test('names without other spellings and kinds without names may be left out', () => {
    const json = '{"people":[{"name":" Jane Roe "}],"products":[{"name":"Titan API","aliases":["Titan"]}]}';
    expect(readGazetteer(json, 'g.json')).toEqual({
      people: [{ name: 'Jane Roe', aliases: [] }],
      organizations: [],
      products: [{ name: 'Titan API', aliases: ['Titan'] }],
    });
  });

  test('a byte order mark is no fault', () => {
    expect(readGazetteer('\uFEFF{}', 'g.json')).toEqual({ people: [], organizations: [], products: [] });
  });

  const bad: [string, RegExp, string][] = [
    ['{"people":[{"name":""}]}', /at people\.0\.name/, 'an empty name would mark everything'],
    ['{"people":[{"name":"A","aliases":["ok",""]}]}', /at people\.0\.aliases\.1/, 'so would an empty alias'],
    ['{"people":["Jane"]}', /at people\.0,/, 'a name is an object'],
    ['{"people":', /JSON/, 'cut off'],
    ['[]', /expected object/, 'a list is none'],
  ];
  test.each(bad)('%s is refused with its place', (json, says) => {
    expect(() => readGazetteer(json, '/c/gazetteer.json')).toThrow(
      expect.objectContaining({ code: 'bad-sidecar', message: expect.stringMatching(says) }),
    );
    expect(() => readGazetteer(json, '/c/gazetteer.json')).toThrow(/^\/c\/gazetteer\.json is no gazetteer.*Without it/);
  });
});

test('the same name in two folders gathers the aliases of both, each once', () => {
  const of = (aliases: string[]) => ({
    people: [],
    organizations: [],
    products: [{ name: 'Titan API', aliases }],
  });
  expect(joinGazetteers([of(['Titan', 'T-API']), of(['Titan', 'Private API'])]).products).toEqual([
    { name: 'Titan API', aliases: ['Titan', 'T-API', 'Private API'] },
  ]);
  expect(joinGazetteers([])).toEqual({ people: [], organizations: [], products: [] });
});
