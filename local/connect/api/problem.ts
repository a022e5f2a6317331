/** The errors that the Connect API answers, in the shape that the SDKs read. */
import type { AwsResponse } from '../../endpoint/service.ts';

/** Status codes as the service model of Connect has them. */
const STATUS = {
  AccessDeniedException: 403,
  ConflictException: 409,
  ContactNotFoundException: 410,
  DestinationNotAllowedException: 403,
  IdempotencyException: 409,
  InternalServiceException: 500,
  InvalidParameterException: 400,
  InvalidRequestException: 400,
  LimitExceededException: 429,
  ResourceNotFoundException: 404,
  ServiceQuotaExceededException: 402,
  ThrottlingException: 429,
  UnknownOperationException: 404,
} as const;

export type ProblemName = keyof typeof STATUS;

export const isProblemName = (name: string): name is ProblemName => Object.hasOwn(STATUS, name);

/** Thrown inside an operation; the API turns it into its answer. */
export class ApiProblem extends Error {
  override readonly name: ProblemName;

  constructor(name: ProblemName, message: string) {
    super(message);
    this.name = name;
  }
}

/** An error as REST-JSON has it: the name in a header, the message in the body. */
export const problemResponse = ({ name, message }: ApiProblem): AwsResponse => ({
  status: STATUS[name],
  headers: { 'content-type': 'application/json', 'x-amzn-errortype': name },
  body: JSON.stringify({ Message: message, message }),
});
