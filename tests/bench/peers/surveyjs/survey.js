import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model, settings } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import { Survey } from 'survey-react-ui';

// SurveyJS animates whatever the system asks for; who asked for reduced motion gets none here, as in Matu.
if (matchMedia('(prefers-reduced-motion: reduce)').matches) settings.animationEnabled = false;

const { questions, saves } = await window.peer.begin();
const survey = new Model({
  questionsOnPageMode: 'questionPerPage',
  showProgressBar: true,
  firstPageIsStartPage: false,
  elements: questions.map(element),
});
if (saves) survey.onCurrentPageChanging.add(saveFirst);
createRoot(document.getElementById('root')).render(createElement(Survey, { model: survey }));

/** The next question comes when the answer to the present one is saved, as in Matu. */
let isSaved = false;
async function saveFirst(_, options) {
  if (isSaved || !options.isGoingForward) return;
  options.allow = false;
  const { name, value } = survey.currentSingleQuestion ?? survey.currentPage.questions[0];
  await window.peer.save({ name, value });
  isSaved = true;
  survey.nextPage();
  isSaved = false;
}

function element({ name, title, description, kind, options, maxAnswers }) {
  const common = { name, title, ...(description === null ? {} : { description }) };
  if (kind !== 'choice') return { ...common, type: 'text', inputType: kind === 'number' ? 'number' : 'text' };
  const choices = options.map(({ code, text }) => ({ value: code, text }));
  if (maxAnswers === 1) return { ...common, type: 'radiogroup', choices };
  return { ...common, type: 'checkbox', choices, maxSelectedChoices: maxAnswers };
}
