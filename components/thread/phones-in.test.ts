import { expect, it } from 'vitest';
import { phonesIn } from './phones-in';

const found = (text: string) =>
  phonesIn(text).map(({ index, length, href }) => `${text.slice(index, index + length)} = ${href}`);

it('finds numbers as people write them', () => {
  expect(found('Call +1 503 555 0142, or (503) 555-0143.')).toEqual([
    '+1 503 555 0142 = tel:+15035550142',
    '(503) 555-0143 = tel:5035550143',
  ]);
  expect(found('+49 (30) 901820 and 503-555-0142; 1-503-555-0142')).toEqual([
    '+49 (30) 901820 = tel:+4930901820',
    '503-555-0142 = tel:5035550142',
    '1-503-555-0142 = tel:15035550142',
  ]);
  expect(found('Praxis: 030 901 820-0')).toEqual(['030 901 820-0 = tel:0309018200']);
});

it('takes nothing else for one', () => {
  for (const text of [
    '2027-05-22',
    '22.05.2027 at 10:30',
    'order 88-1204',
    '$1,435.00',
    'NL-1093-5035550142',
    '4111 1111 1111 1111',
    '5035550142',
    '+123',
    '+1 503 555 0142x',
    '192.168.100.200',
    '1234567 890 123 4567',
  ])
    expect(found(text), text).toEqual([]);
});
