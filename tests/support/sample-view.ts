/** A hand-made moment at a table, rich enough to draw every panel: used by component tests and by nobody else. */
import type {
  CurtainView,
  Notice,
  OpenDecision,
  ReviewView,
  SeatView,
  Theatre,
  TheatreLink,
} from '../../src/core/model/view.ts';

const HOUR = 3_600;
const at = (hours: number, minutes = 0): number => hours * HOUR + minutes * 60;

export const sampleStartsAt = '2023-10-11T17:00:00Z';
export const sampleEnds = at(36);
const now = at(8, 40);

const organisations: Theatre['organisations'] = [
  {
    id: 'us-spacecom',
    short: 'USSPACECOM',
    name: 'US Space Command',
    nation: 'us',
    latitude: 39,
    longitude: -105,
    own: false,
  },
  {
    id: 'us-cspoc',
    short: 'CSpOC',
    name: 'Combined Space Operations Center',
    nation: 'us',
    latitude: 35,
    longitude: -121,
    own: false,
  },
  {
    id: 'gb-nspoc',
    short: 'NSpOC',
    name: 'National Space Operations Centre',
    nation: 'gb',
    latitude: 52,
    longitude: -1,
    own: true,
  },
  {
    id: 'au-ausspoc',
    short: 'AUSSpOC',
    name: 'Australian Space Operations Centre',
    nation: 'au',
    latitude: -35,
    longitude: 149,
    own: false,
  },
  {
    id: 'fr-cosmos',
    short: 'COSMOS',
    name: 'Space surveillance centre',
    nation: 'fr',
    latitude: 46,
    longitude: 5,
    own: false,
  },
  {
    id: 'jp-sog',
    short: 'SOG',
    name: 'Space Operations Group',
    nation: 'jp',
    latitude: 36,
    longitude: 139,
    own: false,
  },
];

const seatLinks: readonly TheatreLink[] = [
  {
    ref: 'q1',
    title: 'Track of the approaching object',
    from: 'us-spacecom',
    to: 'gb-nspoc',
    state: 'acknowledged',
    gates: [
      { gate: 'front-door', state: 'passed', label: null },
      { gate: 'release', state: 'unknown', label: null },
      { gate: 'carriage', state: 'unknown', label: null },
    ],
  },
  {
    ref: 'q2',
    title: 'Optical observation from Exmouth',
    from: 'au-ausspoc',
    to: 'gb-nspoc',
    state: 'arrived',
    gates: [
      { gate: 'front-door', state: 'passed', label: null },
      { gate: 'release', state: 'passed', label: null },
      { gate: 'carriage', state: 'passed', label: null },
    ],
  },
];

export const sampleTheatre: Theatre = {
  organisations,
  sensors: [
    {
      id: 'exmouth',
      name: 'Exmouth telescope',
      nation: 'au',
      kind: 'optical',
      latitude: -22,
      longitude: 114,
      sees: ['strider'],
    },
    {
      id: 'fylingdales',
      name: 'Fylingdales radar',
      nation: 'gb',
      kind: 'radar',
      latitude: 54,
      longitude: -1,
      sees: [],
    },
  ],
  satellites: [
    { id: 'heron', name: 'HERON-2', nation: 'gb', regime: 'geo', longitude: 53, role: 'threatened' },
    { id: 'strider', name: 'Object 51207', nation: null, regime: 'geo', longitude: 52.4, role: 'approaching' },
  ],
  links: seatLinks,
  sun: { latitude: -7.3, longitude: 160 },
};

const decisions: readonly OpenDecision[] = [
  {
    ref: 'd2',
    incident: 'i1',
    title: 'Manoeuvre or hold',
    question:
      'HERON-2 can be moved 40 km east by the next command pass. Do you order it now, or wait for the United States track?',
    context:
      'Your own observation puts the object inside 90 km at the nearest. A manoeuvre costs about five weeks of station-keeping fuel and breaks two customers’ links for the length of the burn.',
    options: [
      {
        id: 'move',
        says: 'Order the manoeuvre now, on our own observation',
        planning: 'Command pass about 2 h after approval; burn 20 min.',
        open: true,
      },
      {
        id: 'wait',
        says: 'Wait for the track from USSPACECOM',
        planning: 'Published planning time for a release of this kind: 6 to 18 h.',
        open: true,
      },
      {
        id: 'joint',
        says: 'Ask CSpOC for a combined manoeuvre plan',
        planning: 'Planning cell convenes within 4 h; plan 3 to 5 h later.',
        open: false,
      },
    ],
    default: 'wait',
    offeredAt: at(8, 10),
    deadline: at(10, 30),
    staffTime: 45 * 60,
  },
  {
    ref: 'd3',
    incident: 'i2',
    title: 'Say something in public',
    question: 'The press has the jamming story. Do you answer?',
    context: 'A French outlet names the affected transponder. The Foreign Office asks what may be said and when.',
    options: [
      { id: 'nothing', says: 'No comment until attribution is agreed', planning: 'Nothing to prepare.', open: true },
      {
        id: 'holding',
        says: 'A holding line with Canada and Australia',
        planning: 'Agreed text in 1 to 3 h.',
        open: true,
      },
    ],
    default: 'nothing',
    offeredAt: at(8, 35),
    deadline: at(12),
    staffTime: 30 * 60,
  },
];

const inbox: readonly Notice[] = [
  {
    at: at(1, 5),
    type: 'MessageReceived',
    from: 'UK Space Command watch',
    method: 'message',
    text: 'EXERCISE. Operator of HERON-2 reports an object closing in longitude, about 0.6 degrees west and drifting east. No notification received.',
    incident: 'i1',
  },
  { at: at(1, 5), type: 'IncidentKnown', incident: 'i1', reportedAs: 'Unexplained approach near HERON-2' },
  {
    at: at(1, 30),
    type: 'DeadlineLearned',
    incident: 'i1',
    closesAt: at(21),
    because: 'After the midnight pass no burn can open the distance before the closest approach.',
  },
  {
    at: at(2, 40),
    type: 'RequestSent',
    request: 'q1',
    title: 'Track of the approaching object',
    from: 'us-spacecom',
    to: 'gb-nspoc',
    incident: 'i1',
  },
  { at: at(4, 10), type: 'ReceiptAcknowledged', request: 'q1' },
  {
    at: at(6, 20),
    type: 'ProductReceived',
    incident: 'i1',
    product: {
      ref: 'p1',
      title: 'Optical observation from Exmouth',
      kind: 'detection',
      quality: 2,
      marking: { classification: 'SECRET', releasableTo: ['au', 'ca', 'gb', 'us'], controls: [] },
    },
    form: 'full',
    from: 'au-ausspoc',
    to: 'gb-nspoc',
  },
  {
    at: at(7, 55),
    type: 'MessageReceived',
    from: 'Foreign Office press desk',
    method: 'press',
    text: 'EXERCISE. Le Quotidien: "Un satellite de télécommunications brouillé au-dessus du golfe." Editors ask for comment by the evening.',
    incident: 'i2',
  },
  { at: at(8, 10), type: 'DecisionTaken', decision: 'd1', option: 'ask', by: 'seat', inForceAt: at(2, 40) },
];

export const sampleView: SeatView = {
  promises: [],
  card: {
    seat: 'gb-watch',
    title: 'National Space Operations Centre',
    nation: 'gb',
    brief:
      'You run the United Kingdom’s watch on space. You may task Fylingdales, ask partners, and recommend manoeuvres to the operator of HERON-2.',
  },
  now,
  incidents: [
    {
      ref: 'i1',
      title: 'Unexplained approach near HERON-2',
      natureKnown: false,
      kind: null,
      knownSince: at(1, 5),
      closesAt: at(21),
      closesBecause: 'After the midnight pass no burn can open the distance before the closest approach.',
    },
    {
      ref: 'i2',
      title: 'Uplink jamming of the Gulf transponder',
      natureKnown: true,
      kind: 'uplink-jamming',
      knownSince: at(5, 50),
      closesAt: null,
      closesBecause: null,
    },
  ],
  inbox,
  products: [
    {
      ref: 'p1',
      title: 'Optical observation from Exmouth',
      kind: 'detection',
      quality: 2,
      marking: { classification: 'SECRET', releasableTo: ['au', 'ca', 'gb', 'us'], controls: [] },
      form: 'full',
      from: 'au-ausspoc',
      at: at(6, 20),
      incident: 'i1',
    },
    {
      ref: 'p2',
      title: 'Assessment of the jamming',
      kind: 'characterisation',
      quality: 3,
      marking: {
        classification: 'SECRET',
        releasableTo: ['us'],
        controls: ['originator-controlled', 'intelligence-derived'],
      },
      form: 'tear-line',
      from: null,
      at: at(7, 30),
      incident: 'i2',
    },
  ],
  decisions,
  taken: [
    {
      ref: 'd1',
      title: 'Whom to ask',
      says: 'Ask USSPACECOM for its track, priority',
      by: 'seat',
      at: at(2),
      inForceAt: at(2, 40),
    },
  ],
  requests: [
    {
      ref: 'q1',
      incident: 'i1',
      title: 'Track of the approaching object',
      from: 'us-spacecom',
      to: 'gb-nspoc',
      sentAt: at(2, 40),
      acknowledgedAt: at(4, 10),
      answeredAt: null,
      outcome: null,
    },
    {
      ref: 'q2',
      incident: 'i1',
      title: 'Optical observation from Exmouth',
      from: 'au-ausspoc',
      to: 'gb-nspoc',
      sentAt: at(2, 40),
      acknowledgedAt: at(2, 55),
      answeredAt: at(6, 20),
      outcome: 'ok',
    },
    {
      ref: 'q3',
      incident: 'i2',
      title: 'Consent to name the source in public',
      from: 'fr-cosmos',
      to: 'gb-nspoc',
      sentAt: at(8),
      acknowledgedAt: null,
      answeredAt: null,
      outcome: null,
    },
  ],
  works: [
    { ref: 'w1', incident: 'i1', title: 'Refine the orbit of the object', organisation: 'gb-nspoc', since: at(7, 10) },
  ],
  holding: [
    {
      key: 'holding.acknowledged',
      args: {
        title: 'Question: who tracks the object',
        to: 'USSPACECOM',
        sentAt: at(2, 40),
        acknowledgedAt: at(4, 10),
      },
    },
    { key: 'holding.decide', args: { title: 'Manoeuvre or hold', deadlineAt: at(10, 30) } },
    {
      key: 'holding.working',
      args: { title: 'Refine the orbit of the object', organisation: 'NSpOC', since: at(7, 10) },
    },
  ],
  theatre: sampleTheatre,
};

/** Before anything has happened: every list empty. */
export const emptyView: SeatView = {
  ...sampleView,
  now: 0,
  incidents: [],
  inbox: [],
  products: [],
  decisions: [],
  taken: [],
  requests: [],
  works: [],
  holding: [],
  theatre: { ...sampleTheatre, links: [] },
};

export const sampleCurtain: CurtainView = {
  now,
  links: [
    {
      ...(seatLinks[0] as TheatreLink),
      state: 'under-way',
      gates: [
        { gate: 'front-door', state: 'passed', label: null },
        {
          gate: 'release',
          state: 'closed',
          label: {
            key: 'truth.closed',
            args: { work: 'release.review', organisation: 'USSPACECOM', role: 'disclosure', place: 3, opensAt: at(20) },
          },
        },
        { gate: 'carriage', state: 'clear', label: null },
      ],
    },
  ],
  holding: [
    {
      key: 'truth.closed',
      args: {
        title: 'Track of the approaching object',
        work: 'release.review',
        organisation: 'USSPACECOM',
        role: 'disclosure',
        place: 3,
        opensAt: at(20),
      },
    },
  ],
  incidents: [
    {
      id: 'approach',
      title: 'Unexplained approach near HERON-2',
      truth: 'An inspection satellite on a pre-planned visit; it will stop at 12 km and photograph.',
      state: 'understood',
      closesAt: at(21),
      branch: null,
      windowMet: null,
    },
    {
      id: 'jamming',
      title: 'Uplink jamming of the Gulf transponder',
      truth: 'A misconfigured ground terminal of a contractor, 200 km inland.',
      state: 'decided',
      closesAt: at(16),
      branch: null,
      windowMet: null,
    },
  ],
  others: [{ seat: 'US Space Command operations', title: 'Except the release from the rules', deadline: at(11) }],
};

export const sampleReview: ReviewView = {
  measures: {
    'windows-met': 1,
    'manual-touches': 14,
    'on-time-share': 666,
    'desk-seconds': at(9, 20),
    'charged.regulation': at(12, 30),
    'restricted.approach': at(24, 30),
    'aware.approach.gb': at(1),
    'aware.approach.us': at(3, 10),
    'restricted.jamming': at(7, 20),
    'aware.jamming.gb': at(2),
  },
  decisions: [
    {
      seat: 'gb-watch',
      title: 'Whom to ask',
      says: 'Ask USSPACECOM for its track, priority',
      by: 'seat',
      at: at(2),
      reason: 'They see it best.',
    },
    {
      seat: 'gb-watch',
      title: 'Manoeuvre or hold',
      says: 'Wait for the track from USSPACECOM',
      by: 'default',
      at: at(10, 30),
      reason: '',
    },
    {
      seat: 'us-ops',
      title: 'Except the release from the rules',
      says: 'Refuse',
      by: 'stand-in',
      at: at(11),
      reason: '',
    },
  ],
  incidents: [
    {
      id: 'approach',
      title: 'Unexplained approach near HERON-2',
      truth: 'An inspection satellite on a pre-planned visit; it stopped at 12 km and photographed.',
      status: 'done',
      windowMet: false,
      firstObservable: at(0, 40),
      closesAt: at(21),
      closesBecause: 'After the midnight pass no burn can open the distance before the closest approach.',
      elapsedSeconds: at(24, 30),
      charges: [
        { cause: 'regulation', working: at(1, 30), waiting: at(3), closed: at(8) },
        { cause: 'unclear-roles', working: at(0, 40), waiting: at(2, 20), closed: 0 },
        { cause: 'interoperability', working: at(1), waiting: at(0, 30), closed: at(2) },
        { cause: 'sensing', working: at(1, 30), waiting: 0, closed: at(1) },
        { cause: 'deliberation', working: at(0, 45), waiting: 0, closed: 0 },
        { cause: 'execution', working: at(2, 15), waiting: 0, closed: 0 },
      ],
      walk: [
        {
          title: 'First sight of the object',
          work: 'look',
          desk: null,
          cause: 'sensing',
          since: at(0, 40),
          until: at(3, 10),
          working: at(1, 30),
          waiting: 0,
          closed: at(1),
        },
        {
          title: 'Track of the approaching object',
          work: 'settle',
          desk: 'us-spacecom/front-door',
          cause: 'unclear-roles',
          since: at(3, 10),
          until: at(6, 10),
          working: at(0, 40),
          waiting: at(2, 20),
          closed: 0,
        },
        {
          title: 'Track of the approaching object',
          work: 'release.review',
          desk: 'us-spacecom/disclosure',
          cause: 'regulation',
          since: at(6, 10),
          until: at(18, 40),
          working: at(1, 30),
          waiting: at(3),
          closed: at(8),
        },
        {
          title: 'Track of the approaching object',
          work: 'rekey',
          desk: 'gb-nspoc/gateway',
          cause: 'interoperability',
          since: at(18, 40),
          until: at(22, 10),
          working: at(1),
          waiting: at(0, 30),
          closed: at(2),
        },
        {
          title: 'Manoeuvre or hold',
          work: 'decide',
          desk: null,
          cause: 'deliberation',
          since: at(22, 10),
          until: at(22, 55),
          working: at(0, 45),
          waiting: 0,
          closed: 0,
        },
        {
          title: 'Burn',
          work: 'act',
          desk: null,
          cause: 'execution',
          since: at(22, 55),
          until: at(25, 10),
          working: at(2, 15),
          waiting: 0,
          closed: 0,
        },
      ],
    },
    {
      id: 'jamming',
      title: 'Uplink jamming of the Gulf transponder',
      truth: 'A misconfigured ground terminal of a contractor, 200 km inland.',
      status: 'done',
      windowMet: true,
      firstObservable: at(5, 30),
      closesAt: at(16),
      closesBecause: 'The humanitarian flights lose their only link at dusk.',
      elapsedSeconds: at(7, 20),
      charges: [
        { cause: 'national-decision', working: at(1), waiting: at(2, 20), closed: 0 },
        { cause: 'coordination', working: at(2), waiting: at(2), closed: 0 },
      ],
      walk: [],
    },
  ],
};
