import { describe } from 'vitest';
import { reads } from '../support/read-dates.ts';

describe('from one date to another', () => {
  reads([
    ['between Oct 2023 and Feb 2024', 'in 2023-10-01..2024-02-29'],
    ['from October 17, 2023 to February 4, 2024', 'in 2023-10-17..2024-02-04'],
    ['Oct. 17-Nov. 3, 2023', 'in 2023-10-17..2023-11-03'],
    ['17 October 2023 to 4 February 2024', 'in 2023-10-17..2024-02-04'],
    ['January 7-8, 2020', 'in 2020-01-07..2020-01-08'],
    ['5–6 August 2024', 'in 2024-08-05..2024-08-06'],
    ['between 3 and 8 January 2020', 'in 2020-01-03..2020-01-08'],
    ['from the 3rd to the 8th of January 2020', 'in 2020-01-03..2020-01-08'],
    ['between August and October 2024', 'in 2024-08-01..2024-10-31'],
    ['between 2003 and 2011', 'in 2003-01-01..2011-12-31'],
    ['2003-2011', 'in 2003-01-01..2011-12-31'],
    ['2003 to 11', 'in 2003-01-01..2011-12-31'],
  ]);
});

describe('before and after a date', () => {
  reads([
    ['before 2003', 'before ..2002-12-31'],
    ['prior to 3 January 2020', 'before ..2020-01-02'],
    ['after January 3, 2020', 'after 2020-01-04..'],
    ['since October 7, 2023', 'since 2023-10-07..'],
    ['since 9/11', 'since 2001-09-11..'],
    ['until December 2011', 'until ..2011-12-31'],
    ['by mid-2021', 'until ..2021-08-31'],
    ['as of February 2024', 'until ..2024-02-29'],
    ['after 2003 and before 2011', 'after 2004-01-01..', 'before ..2010-12-31'],
    ['three days after January 3, 2020', 'in 2020-01-06'],
    ['two days before 3 January 2020', 'in 2020-01-01'],
    ['the day after 31 December 2019', 'in 2020-01-01'],
    ['in the week before 8 January 2020', 'in 2020-01-01..2020-01-07'],
    ['two weeks after 3 January 2020', 'in 2020-01-14..2020-01-20'],
    ['how many days after 3 January 2020', 'after 2020-01-04..'],
  ]);
});

describe('a date that counts from the day of asking', () => {
  reads([
    ['today', 'in 2026-11-22'],
    ["yesterday's attack", 'in 2026-11-21'],
    ['last Saturday', 'in 2026-11-21'],
    ['last Sunday', 'in 2026-11-15'],
    ['last week', 'in 2026-11-09..2026-11-15'],
    ['two weeks ago', 'in 2026-11-02..2026-11-08'],
    ['last January', 'in 2026-01-01..2026-01-31'],
    ['last December', 'in 2025-12-01..2025-12-31'],
    ['January last year', 'in 2025-01-01..2025-01-31'],
    ['last year', 'in 2025-01-01..2025-12-31'],
    ['over the past year', 'in 2025-11-22..2026-11-22'],
    ['three years ago', 'in 2023-01-01..2023-12-31'],
    ['9999 years ago', 'in ..0001-12-31'],
    ['three years ago today', 'in 2023-11-22'],
    ['the last three months', 'in 2026-08-22..2026-11-22'],
  ]);
});
