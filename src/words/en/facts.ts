/** Names of what the model has: causes, machines, states, works, outcomes. One idea, one word, everywhere. */
export const facts = {
  cause: {
    sensing: 'Seeing and understanding',
    'no-agreed-end-state': 'No agreed end state',
    'unclear-roles': 'Unclear roles',
    regulation: 'Release rules',
    interoperability: 'Networks that do not meet',
    'national-decision': 'National decision',
    coordination: 'Coordination',
    execution: 'Doing it',
    deliberation: 'Deliberation',
  },
  spent: {
    working: 'somebody at work on it',
    waiting: 'waiting for a person',
    closed: 'desk closed, or nothing in view',
  },
  status: {
    done: 'done',
    denied: 'denied',
    overtaken: 'overtaken by events',
    open: 'still open at the end',
    'never-observed': 'never observed',
  },
  machine: { 'front-door': 'Front door', release: 'Release', carriage: 'Carriage', response: 'Response' },
  form: { full: 'in full', 'tear-line': 'as a tear-line', oral: 'by word of mouth' },
} as const;
