/** As plain a statement as can be; each row below breaks one rule in it. */
export const plain = {
  actor: { mbox: 'mailto:lea@example.org' },
  verb: { id: 'http://adlnet.gov/expapi/verbs/attended' },
  object: { id: 'https://example.org/visite' },
}

const uuid = '0191f3c8-5a7e-7d3c-9b1a-2f4e6d8c0a1b'
const ref = { objectType: 'StatementRef', id: uuid }
const sub = { objectType: 'SubStatement', ...plain }
const group = { objectType: 'Group', member: [plain.actor] }
const attachment = {
  usageType: 'https://example.org/certificate',
  display: { fr: 'Attestation' },
  contentType: 'application/pdf',
  length: 1200,
  sha2: 'a'.repeat(64),
  fileUrl: 'https://example.org/attestation.pdf',
}

const actor = (value: unknown) => ({ ...plain, actor: value })
const verb = (value: unknown) => ({ ...plain, verb: value })
const object = (value: unknown) => ({ ...plain, object: value })
const defined = (definition: unknown) => object({ ...plain.object, definition })
const result = (value: unknown) => ({ ...plain, result: value })
const score = (value: unknown) => result({ score: value })
const context = (value: unknown) => ({ ...plain, context: value })
const attached = (value: unknown) => ({ ...plain, attachments: [value] })
const without = <Whole extends object>(whole: Whole, key: keyof Whole) => {
  const { [key]: _left, ...rest } = whole
  return rest
}

/** A sentence that says what is refused, under which rule, and the statement. */
export const refused: readonly (readonly [rule: string, statement: unknown])[] = [
  ['a text instead of a statement (Data 2.4)', 'hello'],
  ['null instead of a statement (Data 2.2)', null],
  ['an empty statement (Data 2.4)', {}],
  ['no actor (Data 2.4)', without(plain, 'actor')],
  ['no verb (Data 2.4)', without(plain, 'verb')],
  ['no object (Data 2.4)', without(plain, 'object')],
  ['an unknown property (Data 2.2)', { ...plain, mood: 'good' }],
  ['a property in the wrong case (Data 2.2)', { ...plain, Result: {} }],
  ['a null property (Data 2.2)', { ...plain, result: null }],
  ['an id that is no UUID (Data 2.4.1)', { ...plain, id: 'first' }],
  ['an id with a digit too many (Data 2.4.1)', { ...plain, id: `${uuid}8` }],
  ['an id of another variant of UUID (RFC 4122)', { ...plain, id: uuid.replace('-9b', '-1b') }],
  ['an id that is a number (Data 2.4.1)', { ...plain, id: 12 }],

  ['an actor that is a text (Data 2.4.2)', actor('Léa')],
  ['an actor without identifier (Data 2.4.2.1)', actor({ name: 'Léa' })],
  [
    'an actor with two identifiers (Data 2.4.2.3)',
    actor({ ...plain.actor, openid: 'https://lea.example.org' }),
  ],
  ['an actor of an unknown type (Data 2.4.2)', actor({ ...plain.actor, objectType: 'Person' })],
  ['an actor type in lower case (Data 2.2)', actor({ ...plain.actor, objectType: 'agent' })],
  ['an actor whose name is a number (Data 2.4.2.1)', actor({ ...plain.actor, name: 3 })],
  ['an address without mailto: (Data 2.4.2.3)', actor({ mbox: 'lea@example.org' })],
  ['mailto: without an address (Data 2.4.2.3)', actor({ mbox: 'mailto:lea' })],
  ['a SHA-1 that is too short (Data 2.4.2.3)', actor({ mbox_sha1sum: 'abc123' })],
  ['an OpenID that is no URI (Data 2.4.2.3)', actor({ openid: 'lea' })],
  ['an account without home page (Data 2.4.2.4)', actor({ account: { name: 'lea' } })],
  [
    'an account whose home page is relative (Data 2.4.2.4)',
    actor({ account: { homePage: '/lms', name: 'lea' } }),
  ],
  [
    'an account without name (Data 2.4.2.4)',
    actor({ account: { homePage: 'https://lms.example.org' } }),
  ],
  [
    'an account with more than its two properties (Data 2.4.2.4)',
    actor({ account: { homePage: 'https://lms.example.org', name: 'lea', role: 'x' } }),
  ],
  ['an Agent with members (Data 2.4.2.1)', actor({ ...plain.actor, member: [plain.actor] })],
  ['a Group with neither identifier nor member (Data 2.4.2.2)', actor({ objectType: 'Group' })],
  [
    'an anonymous Group without members (Data 2.4.2.2)',
    actor({ objectType: 'Group', member: [] }),
  ],
  ['a Group in a Group (Data 2.4.2.2)', actor({ objectType: 'Group', member: [group] })],
  [
    'a Group with two identifiers (Data 2.4.2.2)',
    actor({ objectType: 'Group', ...plain.actor, openid: 'https://lea.example.org' }),
  ],
  [
    'members that are no list (Data 2.4.2.2)',
    actor({ objectType: 'Group', member: plain.actor }),
  ],

  ['a verb that is a text (Data 2.4.3)', verb('attended')],
  ['a verb without id (Data 2.4.3)', verb({ display: { fr: 'a assisté' } })],
  ['a verb whose id is relative (Data 2.4.3)', verb({ id: 'attended' })],
  ['a verb whose display is a text (Data 4.2)', verb({ ...plain.verb, display: 'attended' })],
  [
    'a language that is no tag (Data 4.2, RFC 5646)',
    verb({ ...plain.verb, display: { a12345678: 'x' } }),
  ],
  ['a word that is no text (Data 4.2)', verb({ ...plain.verb, display: { fr: 4 } })],
  ['a verb with an unknown property (Data 2.2)', verb({ ...plain.verb, tense: 'past' })],
  [
    'voiding what is no reference (Data 2.3.2)',
    verb({ id: 'http://adlnet.gov/expapi/verbs/voided' }),
  ],

  [
    'an object of an unknown type (Data 2.4.4)',
    object({ ...plain.object, objectType: 'Thing' }),
  ],
  ['an Activity without id (Data 2.4.4.1)', object({ definition: {} })],
  ['an Activity whose id is relative (Data 2.4.4.1)', object({ id: 'visite' })],
  ['an Activity whose id has a control character (RFC 3987)', object({ id: 'urn:x\u0001y' })],
  ['an Activity with an unknown property (Data 2.2)', object({ ...plain.object, name: 'x' })],
  ['an Agent that does not say it is one (Data 2.4.4)', object(plain.actor)],
  ['an Agent without identifier (Data 2.4.4.2)', object({ objectType: 'Agent', name: 'Léa' })],
  ['a definition that is a text (Data 2.4.4.1)', defined('visite')],
  ['a definition with an unknown property (Data 2.2)', defined({ title: 'x' })],
  ['a name that is a text (Data 2.4.4.1)', defined({ name: 'Visite' })],
  ['a type that is no IRI (Data 2.4.4.1)', defined({ type: 'meeting' })],
  ['more information that is no IRL (Data 2.4.4.1)', defined({ moreInfo: 'see there' })],
  [
    'an extension that is not named by an IRI (Data 4.1)',
    defined({ extensions: { level: 2 } }),
  ],
  ['extensions that are a list (Data 4.1)', defined({ extensions: [] })],
  ['an unknown type of interaction (Data 2.4.4.1)', defined({ interactionType: 'drag' })],
  [
    'a type of interaction named after a property of objects',
    defined({ interactionType: 'constructor' }),
  ],
  ['choices without type of interaction (Data 2.4.4.1)', defined({ choices: [{ id: 'a' }] })],
  [
    'choices in a numeric interaction (Data 2.4.4.1)',
    defined({ interactionType: 'numeric', choices: [{ id: 'a' }] }),
  ],
  [
    'steps in a choice (Data 2.4.4.1)',
    defined({ interactionType: 'choice', steps: [{ id: 'a' }] }),
  ],
  [
    'two choices of one id (Data 2.4.4.1)',
    defined({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
  ],
  ['a choice without id (Data 2.4.4.1)', defined({ interactionType: 'choice', choices: [{}] })],
  [
    'a choice described by a text (Data 2.4.4.1)',
    defined({ interactionType: 'choice', choices: [{ id: 'a', description: 'A' }] }),
  ],
  [
    'right answers that are no list (Data 2.4.4.1)',
    defined({ interactionType: 'true-false', correctResponsesPattern: 'true' }),
  ],
  [
    'right answers that are no texts (Data 2.4.4.1)',
    defined({ interactionType: 'true-false', correctResponsesPattern: [true] }),
  ],
  ['a reference without id (Data 2.4.4.3)', object({ objectType: 'StatementRef' })],
  ['a reference to no UUID (Data 2.4.4.3)', object({ ...ref, id: 'first' })],
  ['a reference with an unknown property (Data 2.2)', object({ ...ref, definition: {} })],
  ['a SubStatement with an id (Data 2.4.4.3)', object({ ...sub, id: uuid })],
  [
    'a SubStatement with stored (Data 2.4.4.3)',
    object({ ...sub, stored: '2026-09-14T09:00:00Z' }),
  ],
  ['a SubStatement with a version (Data 2.4.4.3)', object({ ...sub, version: '1.0.0' })],
  [
    'a SubStatement with an authority (Data 2.4.4.3)',
    object({ ...sub, authority: plain.actor }),
  ],
  ['a SubStatement in a SubStatement (Data 2.4.4.3)', object({ ...sub, object: sub })],
  ['a SubStatement without verb (Data 2.4.4.3)', object(without(sub, 'verb'))],
  [
    'a SubStatement with a bad result (Data 2.4.4.3)',
    object({ ...sub, result: { success: 'yes' } }),
  ],

  ['a result that is a list (Data 2.4.5)', result([])],
  ['a result with an unknown property (Data 2.2)', result({ grade: 'A' })],
  ['success that is a text (Data 2.4.5)', result({ success: 'true' })],
  ['completion that is a number (Data 2.4.5)', result({ completion: 1 })],
  ['a response that is a number (Data 2.4.5)', result({ response: 4 })],
  ['a duration in words (Data 4.6)', result({ duration: '5 minutes' })],
  ['a duration without parts (Data 4.6)', result({ duration: 'P' })],
  ['a duration that ends with T (Data 4.6)', result({ duration: 'P1DT' })],
  ['a duration of weeks and days (Data 4.6)', result({ duration: 'P1W2D' })],
  ['a negative duration (Data 4.6)', result({ duration: '-PT5M' })],
  [
    'a fraction before the last part of a duration (Data 4.6)',
    result({ duration: 'PT1.5H3M' }),
  ],
  ['a score that is a number (Data 2.4.5.1)', score(12)],
  ['a scaled score above 1 (Data 2.4.5.1)', score({ scaled: 1.01 })],
  ['a scaled score under -1 (Data 2.4.5.1)', score({ scaled: -1.01 })],
  ['a score written as text (Data 2.4.5.1)', score({ raw: '12' })],
  ['a score under its minimum (Data 2.4.5.1)', score({ raw: -1, min: 0, max: 20 })],
  ['a score over its maximum (Data 2.4.5.1)', score({ raw: 21, max: 20 })],
  ['a minimum over the maximum (Data 2.4.5.1)', score({ min: 20, max: 0 })],
  ['a score with an unknown property (Data 2.2)', score({ average: 10 })],

  ['a context that is a text (Data 2.4.6)', context('at home')],
  ['a context with an unknown property (Data 2.2)', context({ place: 'home' })],
  ['a registration that is no UUID (Data 2.4.6)', context({ registration: 'mine' })],
  ['an instructor without identifier (Data 2.4.6)', context({ instructor: { name: 'Paul' } })],
  ['a team that is an Agent (Data 2.4.6)', context({ team: plain.actor })],
  ['context activities that are a list (Data 2.4.6.2)', context({ contextActivities: [] })],
  [
    'context activities in an unknown place (Data 2.4.6.2)',
    context({ contextActivities: { sibling: [plain.object] } }),
  ],
  [
    'a context activity that is an Agent (Data 2.4.6.2)',
    context({ contextActivities: { parent: [{ objectType: 'Agent', ...plain.actor }] } }),
  ],
  ['a revision that is a number (Data 2.4.6)', context({ revision: 2 })],
  ['a language that is no tag (Data 2.4.6)', context({ language: 'Français de France' })],
  [
    'a context statement that is no reference (Data 2.4.6)',
    context({ statement: { id: uuid } }),
  ],
  [
    'a revision of what is no Activity (Data 2.4.6)',
    { ...object({ objectType: 'Agent', ...plain.actor }), context: { revision: '2' } },
  ],
  [
    'a platform of what is no Activity (Data 2.4.6)',
    { ...object(ref), context: { platform: 'LMS' } },
  ],
  ['a null outside extensions (Data 2.2)', context({ language: null })],

  ['a timestamp that is a day (Data 4.5)', { ...plain, timestamp: '2026-09-14' }],
  ['a timestamp that is a number (Data 4.5)', { ...plain, timestamp: 1_789_000_000 }],
  ['a day that does not exist (ISO 8601)', { ...plain, timestamp: '2026-02-30T09:00:00Z' }],
  ['an hour that does not exist (ISO 8601)', { ...plain, timestamp: '2026-09-14T25:00:00Z' }],
  ['an offset of minus zero (Data 4.5)', { ...plain, timestamp: '2026-09-14T09:00:00-00:00' }],
  ['a stored that is no timestamp (Data 2.4.8)', { ...plain, stored: 'now' }],
  ['a version of another line (Data 2.4.10)', { ...plain, version: '0.95' }],
  ['an authority without identifier (Data 2.4.9)', { ...plain, authority: { name: 'LMS' } }],
  ['an authority of one member (Data 2.4.9)', { ...plain, authority: group }],

  ['attachments that are no list (Data 2.4.11)', { ...plain, attachments: attachment }],
  ['an attachment without usage (Data 2.4.11)', attached(without(attachment, 'usageType'))],
  ['an attachment without name (Data 2.4.11)', attached(without(attachment, 'display'))],
  ['an attachment without type (Data 2.4.11)', attached(without(attachment, 'contentType'))],
  [
    'an attachment whose type is no media type (Data 2.4.11)',
    attached({ ...attachment, contentType: 'pdf' }),
  ],
  ['an attachment without length (Data 2.4.11)', attached(without(attachment, 'length'))],
  ['an attachment of half a byte (Data 2.4.11)', attached({ ...attachment, length: 0.5 })],
  ['an attachment without digest (Data 2.4.11)', attached(without(attachment, 'sha2'))],
  [
    'an attachment whose file is nowhere (Data 2.4.11)',
    attached({ ...attachment, fileUrl: 'here' }),
  ],
  [
    'an attachment without bytes nor address (Communication 1.5.1)',
    attached(without(attachment, 'fileUrl')),
  ],
]

/** What looks odd and is allowed. */
export const accepted: readonly (readonly [what: string, statement: object])[] = [
  ['the least there can be', plain],
  [
    'null in an extension (Data 4.1)',
    result({ extensions: { 'https://example.org/x': null } }),
  ],
  ['a UUID in capitals (RFC 4122)', { ...plain, id: 'A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11' }],
  [
    'a group that has an identifier and no members',
    actor({ objectType: 'Group', ...plain.actor }),
  ],
  ['a group without identifier', actor(group)],
  [
    'an account (Data 2.4.2.4)',
    actor({ account: { homePage: 'https://lms.example.org', name: '7' } }),
  ],
  ['a SHA-1 in capitals', actor({ mbox_sha1sum: 'A'.repeat(40) })],
  ['an empty display', verb({ ...plain.verb, display: {} })],
  [
    'languages with script, region and private use',
    verb({
      ...plain.verb,
      display: { 'zh-Hant-TW': 'x', 'sr-Latn-RS-x-lms': 'y', 'i-klingon': 'z' },
    }),
  ],
  ['an IRI beyond ASCII (RFC 3987)', object({ id: 'https://exemple.fr/visite/été' })],
  ['a URN', object({ id: 'urn:x-lms:course:7' })],
  [
    'one context activity that is no list (Data 2.4.6.2)',
    context({ contextActivities: { parent: plain.object } }),
  ],
  ['a SubStatement with its own context', object({ ...sub, context: { revision: '2' } })],
  ['a score without bounds', score({ raw: -40 })],
  ['a duration of weeks', result({ duration: 'P3W' })],
  ['a duration with a comma', result({ duration: 'PT4,5S' })],
  ['a timestamp without offset (Data 4.5)', { ...plain, timestamp: '2026-09-14T09:00:00' }],
  ['a timestamp of the basic form', { ...plain, timestamp: '20260914T090000.123+0200' }],
  ['a leap day', { ...plain, timestamp: '2028-02-29T23:59:59.999999Z' }],
  [
    'a whole interaction',
    defined({
      interactionType: 'matching',
      correctResponsesPattern: ['a[.]1'],
      source: [{ id: 'a' }],
      target: [{ id: '1', description: { fr: 'un' } }],
    }),
  ],
  ['an attachment that is elsewhere', attached(attachment)],
  [
    'an authority that will be replaced',
    { ...plain, authority: { mbox: 'mailto:someone@else.example' } },
  ],
]
