/** Rules by number: which of `docs/model/RULES.md` a piece of work, or its cause, is done by. */
import type { FactOf } from '../core/model/facts.ts';

const byMachine: Readonly<Record<string, readonly string[]>> = {
  'front-door': ['R41', 'R42'],
  release: ['R43', 'R44', 'R80'],
  carriage: ['R45', 'R83'],
  'national-decision': ['R90', 'R113'],
  coordination: ['R92', 'R93'],
  sense: ['R33'],
  assess: ['R35'],
  consent: ['R91'],
  coordinate: ['R35'],
  act: ['R35'],
  announce: ['R35'],
  decide: ['R52', 'R53', 'R75'],
  share: ['R84'],
};

/** Rules where a piece of work has some of its own. */
const byWork: Readonly<Record<string, readonly string[]>> = {
  'front-door.settle': ['R41', 'R42'],
  'front-door.seek': ['R41'],
  'front-door.knock': ['R41'],
  'release.askOriginator': ['R43', 'R80'],
  'release.weighException': ['R43', 'R82'],
  'release.makeTearLine': ['R44'],
  'release.speak': ['R46', 'R49'],
  'release.mark': ['R43'],
  'release.review': ['R43'],
  'release.checkDelegation': ['R43'],
  'coordination.mend': ['R92', 'R93'],
  'coordination.convene': ['R92'],
  'coordination.align': ['R92'],
};

/** Rules of one step, the desk's among them where somebody had to be waited for. */
export function rulesOf({ work, waiting, closed, desk }: FactOf<'StepEnded'>): readonly string[] {
  const own = byWork[work] ?? byMachine[work.split('.')[0] as string] ?? ['R35'];
  const waited = desk !== null && waiting + closed > 0 ? ['R11', closed > 0 ? 'R13' : 'R12'] : [];
  return [...own, ...waited];
}
