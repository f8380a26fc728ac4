// How the performance harness finds its way in First Light: an adapter with the same fields as its peers'.
// FIRST_LIGHT is this repository's folder; the built page is served on the address below.
import fs from 'node:fs';
import { big } from '../seeds.mjs';

const folder = process.env.FIRST_LIGHT;
const origin = process.env.FIRST_LIGHT_URL ?? 'http://localhost:4700/';
const id = '00000000000000f1';
const plan = (name) => fs.readFileSync(`${folder}/tests/fixtures/v1/${name}.json`, 'utf8').trim();
const key = (id) => `first-light.plan.${id}`;

// The words that every peer is given, where First Light asks for the like: 20 goals with 10 steps each.
const large = () => {
  const given = big();
  const asked = {
    'best-hopes': 'hopes', better: 'already', waking: 'm_you', evening: 'm_evening', keep: 'e_when', managed: 'e_how',
    'not-lower': 's_why', 'step-up': 's_next', 'got-through': 'c_how', 'who-helps': 'c_people', admirer: 'c_skill',
    'confidence-from': 'f_up', 'hard-day': 'z_note',
  };
  const items = (list, item) => ({ next: list.length, items: list.map((one, id) => ({ id, ...item(one) })) });
  return JSON.stringify({
    'first-light': 1,
    name: given.name,
    place: 'begin/about',
    answers: Object.fromEntries(Object.entries(asked).map(([key, field]) => [key, { text: given[field] }])),
    scores: { now: given.s_now * 2, enough: given.s_best * 2, confidence: given.f_conf * 2, willingness: given.f_will * 2 },
    signs: items([given.m_first], (text) => ({ text })),
    witnesses: items([given], ({ s_who, m_others, m_reply }) => ({ who: s_who, see: m_others, respond: m_reply })),
    goals: items(given.goals, ({ goal, why, steps }) => ({ doing: goal, why, steps: items(steps, ({ step }) => ({ what: step })) })),
    supporters: items([given], ({ f_help, e_again }) => ({ who: f_help, ask: e_again })),
  });
};

// 200 plans of about 20 KB beside the open one, under keys of their own.
const shelf = () => Array.from({ length: 200 }, (_, number) => {
  const text = plan('full');
  const longer = text.replace('"name":"', `"name":"${'a long name '.repeat(Math.max(0, Math.ceil((20000 - text.length) / 12)))}`);
  return [key((0x1000 + number).toString(16).padStart(16, '0')), longer];
});

export default {
  name: 'firstlight',
  url: `${origin}#/plan/${id}/begin/about`,
  first: '#plan-name',
  typing: '#plan-name',
  // The pages before the first goal's own, where its words are typed.
  goalsStep: 29,
  goalsTyping: '#goal-0-doing',
  next: '.turn__next:not(.turn__home)',
  stepId: () => document.querySelector('main .question')?.textContent + location.hash,
  steps: 33,
  seed: {
    goals: () => [[key(id), large()]],
    archive: () => [[key(id), plan('empty')], ...shelf()],
  },
  skip: [],
  blank: '/blank.html',
};
