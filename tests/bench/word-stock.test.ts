import { describe, expect, test } from '@jest/globals';
import { root } from '../integration/running-program.ts';
import { readWordStock, stockSize, wordStockOf } from './word-stock.ts';

const texts = ['The Titan API, and the Inbox API.', 'Discovery of the Titan API’s agreements'];

describe('words for synthetic filings', () => {
  test('the most used word comes first, equals in the order of letters, in small letters and without signs beside it', () => {
    const { words } = wordStockOf(texts, 6);
    expect(words).toEqual(['the', 'api', 'titan', 'agreements', 'and', 'api’s']);
  });

  test('stretches keep their words as printed', () => {
    expect(wordStockOf(texts, 6).passages[0]).toEqual(['The', 'Titan', 'API,', 'and', 'the', 'Inbox', 'API.']);
  });

  test('a stock larger than the texts is filled with coined words, each once', () => {
    const { words } = wordStockOf(texts, 14);
    expect(words).toHaveLength(14);
    expect(new Set(words).size).toBe(14);
    expect(words).toContain('inbox');
  });

  test('texts without words to coin from give what they have', () => {
    expect(wordStockOf(['a an'], 100).words).toEqual(['a', 'an']);
  });

  test('the specimens give a full stock, the same each time', () => {
    const stock = readWordStock(root);
    expect(stock.words).toHaveLength(stockSize);
    expect(stock.words[0]).toBe('the');
    expect(readWordStock(root)).toEqual(stock);
  });
});
