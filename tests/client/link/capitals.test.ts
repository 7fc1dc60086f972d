import { expect, test } from 'vitest';
import { capitalClocks } from '../../../src/client/link/capitals.ts';
import { sampleDefinition } from '../../support/sample-definition.ts';

test('at 1700Z on a Wednesday Washington is at work and Canberra is already on Thursday', () => {
  const clocks = capitalClocks(sampleDefinition);
  expect(clocks.find(({ nation }) => nation === 'us')).toEqual({
    nation: 'us',
    weekday: 'Wed',
    time: '1300',
    atWork: true,
  });
  expect(clocks.find(({ nation }) => nation === 'au')).toEqual({
    nation: 'au',
    weekday: 'Thu',
    time: '0400',
    atWork: false,
  });
});

test('[V13] neither an adversary nor a nation without a part has a clock', () => {
  const { coalition } = sampleDefinition;
  const nations = coalition.nations.map((nation) => (nation.id === 'jp' ? { ...nation, adversary: true } : nation));
  const clocks = capitalClocks({ ...sampleDefinition, coalition: { ...coalition, nations } });
  expect(clocks.map(({ nation }) => nation)).toEqual(['us', 'gb', 'au']);
});
