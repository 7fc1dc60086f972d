/** Every machine of the model, tabulated once when this is loaded. A new kind of friction is a machine, a work table and one line here. */
import { carriageAlphabet, carriageMachine } from './carriage.machine.ts';
import { carriageWork } from './carriage.work.ts';
import { frontDoorAlphabet, frontDoorMachine } from './front-door.machine.ts';
import { frontDoorWork } from './front-door.work.ts';
import { releaseAlphabet, releaseMachine } from './release.machine.ts';
import { releaseWork } from './release.work.ts';
import { responseAlphabet, responseMachine } from './response.machine.ts';
import { tabulate } from './tabulate.ts';

export const machines = {
  'front-door': { machine: frontDoorMachine, alphabet: frontDoorAlphabet, work: frontDoorWork },
  release: { machine: releaseMachine, alphabet: releaseAlphabet, work: releaseWork },
  carriage: { machine: carriageMachine, alphabet: carriageAlphabet, work: carriageWork },
  response: { machine: responseMachine, alphabet: responseAlphabet, work: null },
} as const;
export type MachineName = keyof typeof machines;

export const machineNames = Object.keys(machines) as MachineName[];

const tabulated = Object.fromEntries(
  machineNames.map((name) => [name, tabulate(machines[name].machine, machines[name].alphabet)]),
);

/** The table of a machine. */
export const tableOf = (name: MachineName): ReturnType<typeof tabulate> =>
  tabulated[name] as ReturnType<typeof tabulate>;
