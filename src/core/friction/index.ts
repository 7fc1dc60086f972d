/** Every machine of the model, tabulated once when this is loaded. A new kind of friction is a machine, a work table and one line here. */
import { carriageAlphabet, carriageMachine } from './carriage.machine.ts';
import { carriageSmooth, carriageWork } from './carriage.work.ts';
import { coordinationAlphabet, coordinationMachine } from './coordination.machine.ts';
import { coordinationSmooth, coordinationWork } from './coordination.work.ts';
import { frontDoorAlphabet, frontDoorMachine } from './front-door.machine.ts';
import { frontDoorSmooth, frontDoorWork } from './front-door.work.ts';
import { nationalDecisionAlphabet, nationalDecisionMachine } from './national-decision.machine.ts';
import { nationalDecisionSmooth, nationalDecisionWork } from './national-decision.work.ts';
import { partnershipAlphabet, partnershipMachine } from './partnership.machine.ts';
import { releaseAlphabet, releaseMachine } from './release.machine.ts';
import { releaseSmooth, releaseWork } from './release.work.ts';
import { responseAlphabet, responseMachine } from './response.machine.ts';
import { tabulate } from './tabulate.ts';

export const machines = {
  'front-door': {
    machine: frontDoorMachine,
    alphabet: frontDoorAlphabet,
    work: frontDoorWork,
    smooth: frontDoorSmooth,
  },
  release: { machine: releaseMachine, alphabet: releaseAlphabet, work: releaseWork, smooth: releaseSmooth },
  carriage: { machine: carriageMachine, alphabet: carriageAlphabet, work: carriageWork, smooth: carriageSmooth },
  'national-decision': {
    machine: nationalDecisionMachine,
    alphabet: nationalDecisionAlphabet,
    work: nationalDecisionWork,
    smooth: nationalDecisionSmooth,
  },
  coordination: {
    machine: coordinationMachine,
    alphabet: coordinationAlphabet,
    work: coordinationWork,
    smooth: coordinationSmooth,
  },
  response: { machine: responseMachine, alphabet: responseAlphabet, work: null, smooth: null },
  partnership: { machine: partnershipMachine, alphabet: partnershipAlphabet, work: null, smooth: null },
} as const;
export type MachineName = keyof typeof machines;

export const machineNames = Object.keys(machines) as MachineName[];

const tabulated = Object.fromEntries(
  machineNames.map((name) => [name, tabulate(machines[name].machine, machines[name].alphabet)]),
);

/** The table of a machine. */
export const tableOf = (name: MachineName): ReturnType<typeof tabulate> =>
  tabulated[name] as ReturnType<typeof tabulate>;
