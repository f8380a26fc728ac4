// How the performance harness finds its way in First Light: an adapter with the same fields as its peers'.
// FIRST_LIGHT is this repository's folder; the built page is served on the address below.
import fs from 'node:fs';

const folder = process.env.FIRST_LIGHT;
const origin = process.env.FIRST_LIGHT_URL ?? 'http://localhost:4700/';
const id = '00000000000000f1';
const plan = (name) => fs.readFileSync(`${folder}/tests/fixtures/v1/${name}.json`, 'utf8').trim();
const key = (id) => `first-light.plan.${id}`;

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
  goalsStep: 30,
  goalsTyping: '#goal-0-doing',
  next: '.turn__next:not(.turn__home)',
  stepId: () => document.querySelector('main .question')?.textContent + location.hash,
  steps: 36,
  seed: {
    goals: () => [[key(id), plan('big')]],
    archive: () => [[key(id), plan('empty')], ...shelf()],
  },
  skip: [],
  blank: '/blank.html',
};
