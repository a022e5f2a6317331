/** A client of the SDK that a test answers for. The mock is of the class, so it ends with the file that made it. */
import { afterAll } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';

/** As `mockClient`, until the last test of the file. */
export const mockedClient: typeof mockClient = (client) => {
  const stub = mockClient(client);
  afterAll(() => stub.restore());
  return stub;
};
