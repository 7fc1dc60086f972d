/** How usual an evening was, beside many others. */
export const usual = {
  usual: {
    title: 'How usual was this?',
    lead: 'The same scenario under the same policy, every seat by the book, on {{evenings}} other rolls of the dice. Counts, no promises.',
    running: 'Playing other evenings in the background: {{done}} of {{wanted}}',
    failed:
      'The other evenings could not be played: {{why}}. The review above is complete without them; open it again to try once more.',
    table: 'This evening beside {{evenings}} others',
    incident: 'Incident',
    met: 'Window met',
    done: 'Done at all',
    median: 'Half took no longer than',
    here: 'Here',
    slower: 'Slower than here',
    count: '{{count}} of {{evenings}}',
    never: 'not done by half of them',
    notDone: 'not done',
  },
} as const;
