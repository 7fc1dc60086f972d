/** What is holding us up: as a seat was told it, and as it is. Moments and spans arrive written out. */
export const standing = {
  holding: {
    decide: 'You have yet to decide: {{title}}. The default applies at {{deadlineAt}}.',
    asked: '{{title}}: sent towards {{to}} at {{sentAt}}; no receipt so far.',
    acknowledged:
      '{{title}}: sent towards {{to}} at {{sentAt}}; receipt acknowledged {{acknowledgedAt}}; nothing since.',
    working: '{{organisation}} has been working on it since {{since}}: {{title}}.',
  },
  truth: {
    working: '{{title}}: {{work}} at {{organisation}} {{role}} since {{since}}.',
    onCall: '{{title}}: {{work}} by the person on call at {{organisation}} {{role}}, called at {{since}}.',
    queued: '{{title}}: waits for {{work}} at {{organisation}} {{role}}, place {{place}} in the queue since {{since}}.',
    closed:
      '{{title}}: waits for {{work}} at {{organisation}} {{role}}, place {{place}} in the queue; desk closed until {{opensAt}}.',
    decision: '{{seat}} has yet to decide: {{title}} (by {{deadlineAt}}).',
  },
  tracked: {
    working: 'With {{organisation}} {{role}} since {{since}}: {{work}}',
    onCall: 'With the person on call at {{organisation}} {{role}}, called at {{since}}: {{work}}',
    queued: 'At {{organisation}} {{role}}, place {{place}} in the queue since {{since}}: {{work}}',
    closed: 'At {{organisation}} {{role}}, place {{place}} in the queue, desk closed until {{opensAt}}: {{work}}',
  },
  refused: {
    'not-open': 'That is not open to you now',
    'bad-time': 'The clock cannot go there',
  },
  work: {
    'front-door': {
      seek: 'finding the right desk',
      knock: 'an answer at the door',
      settle: 'settling whose job it is',
      escalate: 'an order from above',
    },
    release: {
      mark: 'marking',
      askOriginator: "the originator's consent",
      checkDelegation: 'checking the delegation',
      review: 'disclosure review',
      weighException: 'weighing an exception',
      makeTearLine: 'writing a tear-line',
      speak: 'a call',
    },
    carriage: {
      choosePath: 'choosing a path',
      humanReview: 'a look-over at the gateway',
      send: 'sending',
      rekey: 'typing it in again',
      convert: 'converting the format',
    },
    'national-decision': {
      assess: 'a staff assessment of the question',
      review: 'legal review',
      decide: "an answer within somebody's authority",
      refer: "the capital's answer",
    },
    coordination: {
      convene: 'being convened',
      align: 'coming to one line',
      mend: 'mending a split',
    },
    sense: 'observation',
    assess: 'assessment',
    consent: 'national consent',
    coordinate: 'coordination',
    act: 'action',
    announce: 'announcement',
    decide: 'a decision',
    share: 'a handover',
  },
  deskRole: {
    'front-door': 'front door',
    disclosure: 'disclosure',
    gateway: 'gateway',
    watch: 'watch',
    assessment: 'assessment',
    decision: 'decision desk',
    legal: 'legal',
    coordination: 'coordination',
  },
} as const;
