import { expect, test } from 'vitest';
import { renderPlainText } from '../../src/render/plain-text.ts';
import { desk, NOW } from '../support/desk.ts';

const lead = (question: string) => renderPlainText(desk().ask(question, { now: NOW })).split('\n')[0]!;

test('a first word of none is overtaken by a later count of those hurt, or of a part of them', () => {
  expect(lead('was anyone hurt in the Ain al-Asad missile attack of 8 January 2020')).toMatch(
    /^Yes: 110 brain injuries .*, Pentagon, 21 February 2020\./,
  );
  expect(lead('how many casualties were there at Ain al-Asad on 8 January 2020')).toMatch(/^110 brain injuries /);
  expect(lead('was anyone hurt when a rocket hit the US embassy on 26 January 2020')).toMatch(/^Yes: 1 wounded /);
  expect(lead('nobody was hurt at Ain al-Asad on 8 January 2020, right?')).toMatch(/^No: 110 brain injuries /);
});

test('who asks for the dead is not answered with the hurt, nor with what the attackers claimed', () => {
  expect(lead('was anybody killed at Ain al-Asad on 8 January 2020')).toMatch(/^No: none killed/);
});

test('who asks for the people of one side is not answered with those of another', () => {
  expect(lead('were any Iraqis hurt at Ain al-Asad on 8 January 2020')).toMatch(/^No: none .*\(Iraqi forces\)/);
  expect(lead('were any Americans hurt at Ain al-Asad on 8 January 2020')).toMatch(/^Yes: 110 brain injuries /);
  expect(lead('did the aqaba rockets in 2005 hurt anyone in the US navy?')).toMatch(/^No: none .*\(U\.S\. personnel\)/);
  expect(lead('were any US troops killed when Wagner went for the Conoco gas plant?')).toMatch(/^No: none /);
});

test('who names nobody is told of anybody', () => {
  expect(lead('did the rockets at Aqaba in 2005 hurt anyone?')).toMatch(/^Yes: 1 wounded /);
});
