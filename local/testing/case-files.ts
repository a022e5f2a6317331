/** Reads the files of test cases. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { error } from '../../engine/language/diagnostic.ts';
import {
  type ReadOptions,
  type ReadTestCase,
  readTestCase,
} from '../../engine/testing-language/read-test-case.ts';

export interface CaseFile extends ReadTestCase {
  readonly file: string;
}

/** A file that cannot be read, or is no text, is told as one that holds no test case. */
export function readCaseFile(file: string, options: Omit<ReadOptions, 'name'>): CaseFile {
  const name = basename(file, '.json');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    return { file, ...readTestCase(text, { ...options, name }) };
  } catch (fault) {
    const reason = fault instanceof Error ? fault.message : String(fault);
    const diagnostics = [
      error('test-case/unreadable', `the file cannot be read as UTF-8 text: ${reason}`, ''),
    ];
    return { file, name, diagnostics };
  }
}
