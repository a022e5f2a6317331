/** Queues that a call cannot be transferred to, each with a quick connect: closed, full, and switched off. */
import type { Template } from '../../../local/assembly/template.ts';
import { resourceOf } from '../../kit/templates.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Nobody can tell them from other queues before trying. */
export function withTransferQueues(template: Template): void {
  const [, hours, hoursProperties] = resourceOf(template, 'AWS::Connect::HoursOfOperation', 'Opening');
  template.Resources['NeverOpen'] = {
    ...hours,
    Properties: { ...hoursProperties, Name: 'never', Config: [] },
  };
  const never = { 'Fn::GetAtt': ['NeverOpen', 'HoursOfOperationArn'] };
  add(template, 'shut', { HoursOfOperationArn: never });
  add(template, 'crowded', { MaxContacts: 0 });
  add(template, 'off', { Status: 'DISABLED' });
}

function add(template: Template, name: string, changed: Properties): void {
  const [, queue, queueProperties] = resourceOf(template, 'AWS::Connect::Queue', 'support');
  const [, quick, quickProperties] = resourceOf(template, 'AWS::Connect::QuickConnect', 'support');
  const id = `Transfer${name}`;
  template.Resources[id] = { ...queue, Properties: { ...queueProperties, ...changed, Name: `to-${name}` } };
  const config = { ...Object(quickProperties['QuickConnectConfig']) };
  template.Resources[`${id}Quick`] = {
    ...quick,
    Properties: {
      ...quickProperties,
      Name: name,
      QuickConnectConfig: {
        ...config,
        QueueConfig: { ...Object(config.QueueConfig), QueueArn: { 'Fn::GetAtt': [id, 'QueueArn'] } },
      },
    },
  };
  const [, , offering] = resourceOf(template, 'AWS::Connect::Queue', 'QuickConnects');
  const offered: unknown = offering['QuickConnectArns'];
  if (!Array.isArray(offered)) throw new Error('the queue of the quick connects has none');
  offering['QuickConnectArns'] = [...offered, { 'Fn::GetAtt': [`${id}Quick`, 'QuickConnectArn'] }];
}
