import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, startStage } from './testing/stage';
import { stormRun } from './testing/storm';

const runs = Number(process.env.STORM_RUNS ?? 20);
/** A new one each time; `npm run storm -- --seed` repeats a run. */
const firstSeed = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1_000_000));

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.undoTime('jonas', 5);
  process.stdout.write(`Storm: ${runs} runs from seed ${firstSeed}\n`);
});
afterAll(() => stage.stop());

it.each(Array.from({ length: runs }, (_, run) => firstSeed + run))(
  'everything is sent once or clearly not, whatever fails (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    expect(await stormRun(stage, seed)).toEqual([]);
  },
);
