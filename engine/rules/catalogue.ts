/** Every rule, in the order in which findings of one place are told. */
import { attributeName } from './live/attribute-name.ts';
import { attributeNotSet } from './live/attribute-not-set.ts';
import { brokenReference } from './live/broken-reference.ts';
import { circleWithoutEnd } from './live/circle-without-end.ts';
import { errorAsSuccess } from './live/error-as-success.ts';
import { eventHooks } from './live/event-hooks.ts';
import { functionsTooLong } from './live/functions-too-long.ts';
import { functionsWithoutWords } from './live/functions-without-words.ts';
import { inputNotChecked } from './live/input-not-checked.ts';
import { inputWithoutEnd } from './live/input-without-end.ts';
import { moduleNesting } from './live/module-nesting.ts';
import { numberNotText } from './live/number-not-text.ts';
import { percentages } from './live/percentages.ts';
import { queueNotSet } from './live/queue-not-set.ts';
import { reservedTag } from './live/reserved-tag.ts';
import { resultBeforeFunction } from './live/result-before-function.ts';
import { resultFromElsewhere } from './live/result-from-elsewhere.ts';
import { resultReplaced } from './live/result-replaced.ts';
import { sameBranches } from './live/same-branches.ts';
import { shortInterrupt } from './live/short-interrupt.ts';
import { silentCircle } from './live/silent-circle.ts';
import { unknownResult } from './live/unknown-result.ts';
import { unreachable } from './live/unreachable.ts';
import { voiceEngine } from './live/voice-engine.ts';
import { callersNumber } from './posture/callers-number.ts';
import { noGoodbye } from './posture/no-goodbye.ts';
import { nobodyToReach } from './posture/nobody-to-reach.ts';
import { notVerified } from './posture/not-verified.ts';
import { personalAttribute } from './posture/personal-attribute.ts';
import { recordedWithoutNotice } from './posture/recorded-without-notice.ts';
import { secretLogged } from './posture/secret-logged.ts';
import { secretSpoken } from './posture/secret-spoken.ts';
import { beforeLoopPrompts } from './publish/before-loop-prompts.ts';
import { choice } from './publish/choice.ts';
import { conditionGroups } from './publish/condition-groups.ts';
import { conditions } from './publish/conditions.ts';
import { danglingTarget } from './publish/dangling-target.ts';
import { duplicateIdentifier } from './publish/duplicate-identifier.ts';
import { emptyOperand } from './publish/empty-operand.ts';
import { emptyValue } from './publish/empty-value.ts';
import { endedService } from './publish/ended-service.ts';
import { gatedType } from './publish/gated-type.ts';
import { hooksConfiguration } from './publish/hooks-configuration.ts';
import { idFormat } from './publish/id-format.ts';
import { identifier } from './publish/identifier.ts';
import { inputForm } from './publish/input-form.ts';
import { inputWithoutPrompt } from './publish/input-without-prompt.ts';
import { kind } from './publish/kind.ts';
import { limit } from './publish/limit.ts';
import { longInputWait } from './publish/long-input-wait.ts';
import { menuKeypad } from './publish/menu-keypad.ts';
import { missingError } from './publish/missing-error.ts';
import { missingNext } from './publish/missing-next.ts';
import { missingParameter } from './publish/missing-parameter.ts';
import { missingTransitions } from './publish/missing-transitions.ts';
import { moduleResult } from './publish/module-result.ts';
import { moduleSettings } from './publish/module-settings.ts';
import { noConditions } from './publish/no-conditions.ts';
import { notText } from './publish/not-text.ts';
import { oddText } from './publish/odd-text.ts';
import { olderExport } from './publish/older-export.ts';
import { oneNeeded } from './publish/one-needed.ts';
import { onlyOne } from './publish/only-one.ts';
import { recordingError } from './publish/recording-error.ts';
import { reference } from './publish/reference.ts';
import { start } from './publish/start.ts';
import { staticCallbackNumber } from './publish/static-callback-number.ts';
import { storedInputConditions } from './publish/stored-input-conditions.ts';
import { terminalTransitions } from './publish/terminal-transitions.ts';
import { tooLong } from './publish/too-long.ts';
import { tooManyActions } from './publish/too-many-actions.ts';
import { typeMaybeNotHere } from './publish/type-maybe-not-here.ts';
import { typeNotHere } from './publish/type-not-here.ts';
import { undeclaredError } from './publish/undeclared-error.ts';
import { unknownParameter } from './publish/unknown-parameter.ts';
import { unknownType } from './publish/unknown-type.ts';
import { unreadable } from './publish/unreadable.ts';
import { version } from './publish/version.ts';
import type { Rule } from './rule.ts';

export const RULES: readonly Rule[] = [
  unreadable,
  olderExport,
  version,
  start,
  tooLong,
  identifier,
  duplicateIdentifier,
  danglingTarget,
  unknownType,
  typeNotHere,
  typeMaybeNotHere,
  unknownParameter,
  missingParameter,
  missingNext,
  missingError,
  undeclaredError,
  recordingError,
  terminalTransitions,
  noConditions,
  conditions,
  emptyOperand,
  conditionGroups,
  onlyOne,
  oneNeeded,
  emptyValue,
  notText,
  choice,
  limit,
  reference,
  kind,
  moduleSettings,
  tooManyActions,
  idFormat,
  staticCallbackNumber,
  inputForm,
  storedInputConditions,
  menuKeypad,
  hooksConfiguration,
  endedService,
  gatedType,
  moduleResult,
  missingTransitions,
  longInputWait,
  oddText,
  inputWithoutPrompt,
  beforeLoopPrompts,
  queueNotSet,
  attributeNotSet,
  resultBeforeFunction,
  resultReplaced,
  unknownResult,
  inputWithoutEnd,
  circleWithoutEnd,
  silentCircle,
  functionsWithoutWords,
  functionsTooLong,
  errorAsSuccess,
  inputNotChecked,
  unreachable,
  sameBranches,
  moduleNesting,
  eventHooks,
  reservedTag,
  voiceEngine,
  numberNotText,
  percentages,
  shortInterrupt,
  brokenReference,
  resultFromElsewhere,
  attributeName,
  nobodyToReach,
  noGoodbye,
  callersNumber,
  personalAttribute,
  secretSpoken,
  recordedWithoutNotice,
  secretLogged,
  notVerified,
];
