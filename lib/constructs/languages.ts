/** What the instance knows of languages: an attribute for how well agents speak each, which routing goes by. */
import { CfnPredefinedAttribute, type CfnUser } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { LANGUAGES } from '../../contact-flows/languages.ts';
import { LANGUAGE_PROFICIENCY } from '../../contact-flows/who-first.ts';
import type { Configuration } from '../config.ts';

type Agent = Configuration['agents'][number];

/**
 * Our own, and not Amazon's `connect:Language`: which values that one has is published nowhere, and no template can add
 * to it (adminguide/predefined-attributes). It has every language that we know, spoken here or not, because a value that
 * somebody still has cannot be taken away; agents who are not in cdk.json are given theirs in Connect.
 */
export class Languages extends Construct {
  readonly #attribute: CfnPredefinedAttribute;

  constructor(scope: Construct, id: string, { instanceArn }: { readonly instanceArn: string }) {
    super(scope, id);
    this.#attribute = new CfnPredefinedAttribute(this, 'Language', {
      instanceArn,
      name: LANGUAGE_PROFICIENCY,
      values: { stringList: [...LANGUAGES] },
    });
  }

  /** Gives an agent their languages. */
  giveTo(user: CfnUser, { languages = {} }: Agent): void {
    const proficiencies = LANGUAGES.flatMap((language) => {
      const level = languages[language];
      if (level === undefined) return [];
      return [{ attributeName: LANGUAGE_PROFICIENCY, attributeValue: language, level }];
    });
    if (proficiencies.length === 0) return;
    user.userProficiencies = proficiencies;
    user.addResourceDependency(this.#attribute);
  }
}
