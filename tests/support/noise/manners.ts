import type { Random } from '../seeded-random.ts';

/** What people write before a question to a colleague. */
const GREETINGS = [
  'Hi,',
  'Hello there,',
  'Good morning!',
  'Hey team,',
  'Morning all,',
  'Sorry to bother you,',
  'Quick question:',
  'Could you please help me with this:',
  'Hi, hope you are well.',
  'Hello! I was wondering:',
  'Would you be so kind as to check this for me?',
  'If you have a minute,',
  'When you get a chance:',
  'Excuse me,',
  'On deadline here, sorry.',
  'Not urgent, but',
  'If you don’t mind my asking,',
  'Good evening desk.',
  'Apologies if this was asked before.',
  'Dear Dateline,',
];

/** What people write behind one. */
const THANKS = [
  'Thanks!',
  'Thank you very much.',
  'Thanks in advance',
  'please',
  'pls and thx',
  'Many thanks, and sorry for the rush.',
  'Cheers',
  'Much appreciated!',
  'Thank you so much for your help.',
  'No rush, thanks.',
  'Ta!',
  'Best wishes',
  'Kind regards',
  'Thanks a million',
  'I’d be very grateful.',
  'Sorry to be a pain.',
  'Would help me a lot, thanks',
  'It’s for a caption, thank you',
  'Have a good day!',
  'Appreciate it',
];

/** A question with politeness in front. */
export function greet(question: string, random: Random): { question: string; edit: string } {
  const greeting = random.pick(GREETINGS);
  return { question: `${greeting} ${question}`, edit: greeting };
}

/** A question with politeness behind, which begins a sentence of its own only where the question ended one. */
export function thank(question: string, random: Random): { question: string; edit: string } {
  const thanks = random.pick(THANKS);
  const joint = /[?.!]$/.test(question.trim()) ? '' : ',';
  return { question: `${question.trim()}${joint} ${thanks}`, edit: thanks };
}
