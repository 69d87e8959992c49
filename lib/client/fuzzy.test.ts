import { expect, it } from 'vitest';
import { ranked } from './fuzzy';

const labels = [
  'Mark read or unread',
  'Star or remove the star',
  'Go to the settings',
  'Lucía Fernández',
  'Last message: SMS',
];
const found = (query: string) => ranked(labels, query, (label) => label);

it.each([
  ['', labels],
  ['  ', labels],
  ['star', ['Star or remove the star']],
  ['mark', ['Mark read or unread']],
  ['unread mark', ['Mark read or unread']],
  ['lucia', ['Lucía Fernández']],
  ['gs', ['Go to the settings']],
  ['gots', ['Go to the settings']],
  ['s', ['Star or remove the star', 'Go to the settings', 'Last message: SMS']],
  ['rk', ['Mark read or unread']],
  ['xyz', []],
])('%j means %j', (query, expected) => {
  expect(found(query)).toEqual(expected);
});

it('puts what begins with the letters before what holds them', () => {
  expect(ranked(['Unread', 'Read'], 'read', (label) => label)).toEqual(['Read', 'Unread']);
});
