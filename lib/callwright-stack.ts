/** The contact centre of one environment: everything that `cdk deploy` creates, in the order of a call. */
import { Lazy, Stack, Tags } from 'aws-cdk-lib';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { linkPhoneNumber } from '../lambdas/link-phone-number/contract.ts';
import { mirrorCases } from '../lambdas/mirror-cases/contract.ts';
import type { CentreParts } from './centre-parts.ts';
import type { Configuration } from './config.ts';
import { Agents } from './constructs/agents.ts';
import { Alarms } from './constructs/alarms.ts';
import { BackOffice } from './constructs/back-office.ts';
import { functionLogGroupName } from './constructs/bundled-function.ts';
import { ContactFunctions, refuseUnknownFunctions } from './constructs/contact-functions.ts';
import { ContactRecords } from './constructs/contact-records.ts';
import { Desktop } from './constructs/desktop.ts';
import { Flows } from './constructs/flows.ts';
import { accessLogGroupName } from './constructs/http-api.ts';
import { derivedAlias, flowLogGroupName, Instance } from './constructs/instance.ts';
import { conversationKey } from './constructs/key.ts';
import { soundsIn } from './constructs/music.ts';
import { NumberLink } from './constructs/number-link.ts';
import { OpeningHours } from './constructs/opening-hours.ts';
import { OrderFiles } from './constructs/order-files.ts';
import { writeOutputs } from './constructs/outputs.ts';
import { Payments } from './constructs/payments.ts';
import { PhoneNumber } from './constructs/phone-number.ts';
import { Queues } from './constructs/queues.ts';
import { QuickConnects } from './constructs/quick-connects.ts';
import { RecordedPrompts } from './constructs/recorded-prompts.ts';
import { Recordings } from './constructs/recordings.ts';
import { removalOf } from './constructs/removal.ts';
import { Tables } from './constructs/tables.ts';
import { TestCases } from './constructs/test-cases.ts';
import { functionSettings } from './function-settings.ts';
import { speakerReferences } from './speakers.ts';

/** The flow that a caller reaches first. */
const entryFlow = 'main-inbound';

export class CallwrightStack extends Stack {
  constructor(scope: Construct, configuration: Configuration, parts: CentreParts) {
    const { environment, disposable, account, region, company, connectCases } = configuration;
    super(scope, `Callwright-${environment}`, {
      description: `Callwright: contact centre of ${company} (${environment})`,
      terminationProtection: !disposable,
      env: {
        ...(account === undefined ? {} : { account }),
        ...(region === undefined ? {} : { region }),
      },
    });
    // Before anything is made that refers to what is made later.
    refuseUnknownFunctions({
      contracts: parts.contracts,
      reservedConcurrency: configuration.reservedConcurrency,
    });
    const removalPolicy = removalOf(disposable);
    const alias = configuration.alias ?? derivedAlias(environment);
    const namePrefix = `callwright-${environment}`;
    const logRetentionDays: RetentionDays = configuration.retentionDays.logs;

    const key = conversationKey(this, 'ConversationKey', {
      logGroupNames: [
        flowLogGroupName(alias),
        accessLogGroupName(namePrefix),
        ...[
          ...parts.contracts,
          ...(parts.background ?? []),
          ...parts.scheduled,
          ...parts.events,
          ...parts.http,
          ...(connectCases === undefined ? [] : [mirrorCases]),
          linkPhoneNumber,
        ].map(({ name }) => functionLogGroupName(namePrefix, name)),
      ],
      removalPolicy,
    });
    const instance = new Instance(this, 'Instance', { alias, key, logRetentionDays, removalPolicy });
    const instanceArn = instance.arn;
    const recordings = new Recordings(this, 'Recordings', {
      instanceArn,
      key,
      recordingDays: configuration.retentionDays.recordings,
      accessLogDays: configuration.retentionDays.accessLogs,
      removalPolicy,
    });
    const contactRecords = new ContactRecords(this, 'ContactRecords', {
      instanceArn,
      key,
      namePrefix,
      removalPolicy,
    });
    // The grant that comes with the storage of the recordings is the one in which Connect writes to the streams.
    contactRecords.node.addDependency(recordings);
    const hours = new OpeningHours(this, 'OpeningHours', {
      instanceArn,
      name: 'opening',
      description: 'When people answer the telephone',
      openingHours: configuration.openingHours,
    });
    const escalationHours = new OpeningHours(this, 'EscalationHours', {
      instanceArn,
      name: 'escalations',
      description: 'When the escalation team answers',
      openingHours: configuration.escalationHours,
    });
    const phoneNumber = new PhoneNumber(this, 'MainNumber', {
      instanceArn,
      phoneNumber: configuration.phoneNumber,
      removalPolicy,
    });
    const queues = new Queues(this, 'Queues', {
      instanceArn,
      hoursArn: hours.arn,
      escalationHoursArn: escalationHours.arn,
      queues: configuration.queues,
      caller: { name: company, numberArn: phoneNumber.arn },
    });
    const sounds = soundsIn(this, instanceArn, parts);
    const tables = new Tables(this, 'Tables', {
      definitions: parts.tables,
      removalPolicy,
      deletionProtection: !disposable,
      followed: 'cases',
    });
    const surroundings = {
      namePrefix,
      bundlesFolder: parts.bundlesFolder,
      key,
      logRetentionDays,
      logRemovalPolicy: removalPolicy,
    };
    const settings = functionSettings(configuration, parts.unvoiced);
    const payments = new Payments(this, 'Payments', { instanceArn, payments: parts.payments });
    const arnOf = (flow: string): string => Lazy.string({ produce: () => flows.arnOf(flow) });
    const { sms, email } = configuration.messages;
    const orderFiles = new OrderFiles(this, 'OrderFiles', {
      accessLogs: recordings.accessLogs,
      removalPolicy,
    });
    const backOffice = new BackOffice(this, 'BackOffice', {
      contracts: { background: parts.background ?? [], scheduled: parts.scheduled, events: parts.events },
      mirror: connectCases,
      timeZone: configuration.openingHours.timeZone,
      instanceArn,
      records: contactRecords,
      voicemails: recordings.voicemails,
      orderFiles,
      tables,
      surroundings,
      ...payments.secret,
      environment: {
        ...settings,
        PAYMENTS: payments.terms,
        SENDING: {
          company,
          timeZone: configuration.openingHours.timeZone,
          instanceId: instance.id,
          taskFlowArn: arnOf('department-task'),
          queueArns: queues.departmentArns,
          ...(sms ? { sms: { numberArn: phoneNumber.arn, flowArn: arnOf('message-sent') } } : {}),
          ...(email === 'off' ? {} : { email }),
        },
      },
      connectResources: {
        'connect:StartTaskContact': [arnOf('department-task')],
        'connect:StartOutboundChatContact': sms ? [arnOf('message-sent'), instanceArn, phoneNumber.arn] : [],
        'connect:SendOutboundEmail': email === 'off' ? [] : [instanceArn],
      },
    });
    const { background } = backOffice;
    const functions = new ContactFunctions(this, 'Functions', {
      instanceArn,
      contracts: parts.contracts,
      tables,
      surroundings,
      environment: settings,
      reservedConcurrency: configuration.reservedConcurrency,
      background,
      arnOfFlow: arnOf,
    });
    const { recordings: words = [], translations = [], pieces = [] } = parts;
    const languages = [parts.language, ...translations.map(({ language }) => language)];
    const recordedWords = new RecordedPrompts(this, 'RecordedWords', { instanceArn, recordings: words });
    const flows = new Flows(this, 'Flows', {
      instanceArn,
      sources: parts.shared,
      functions: functions.byName,
      resources: new Map([
        ['hours.opening', hours.arn],
        ['hours.escalations', escalationHours.arn],
        ['queue.support', queues.supportArn],
        ['queue.orders', queues.ordersArn],
        ['queue.escalations', queues.escalationsArn],
        ...Object.entries(queues.departmentArns).map(([name, arn]) => [`queue.${name}`, arn] as const),
        ...sounds,
        ...recordedWords.arns,
        ...payments.references,
        ...speakerReferences(configuration, languages),
      ]),
    });
    flows.addFirst(parts.language, parts.flows);
    flows.addTranslations(translations);
    flows.addPieces(
      pieces,
      new Set([words, ...translations.map(({ recordings }) => recordings)].flat().map(({ name }) => name)),
    );
    flows.add(parts.entries);
    flows.tellQuotas();
    const quickConnects = new QuickConnects(this, 'QuickConnects', {
      instanceArn,
      queues,
      hoursArn: hours.arn,
      flowArn: flows.arnOf('transfer-to-queue'),
    });
    const { queueArn: quickConnectsQueueArn } = quickConnects;
    const { agents: people } = configuration;
    const agents = new Agents(this, 'Agents', { instanceArn, queues, quickConnectsQueueArn, agents: people });
    const desktop = new Desktop(this, 'Desktop', {
      configuration,
      languages,
      contracts: parts.http,
      phoneNumber: phoneNumber.number,
      background,
      voicemails: recordings.voicemails,
      agents: agents.demoAgents,
      tables,
      surroundings,
      removalPolicy,
    });
    const alarms = new Alarms(this, 'Alarms', {
      namePrefix,
      alarms: configuration.alarms,
      queues: configuration.queues,
      instanceId: instance.id,
      apiId: desktop.apiId,
      givenUp: contactRecords.failed,
      tables,
      parts,
      isMirrored: connectCases !== undefined,
    });
    const { references } = flows;
    new TestCases(this, 'TestCases', { instanceArn, sources: parts.testCases, references });
    const link = new NumberLink(this, 'NumberLink', {
      surroundings,
      link: {
        InstanceArn: instanceArn,
        PhoneNumberArn: phoneNumber.arn,
        ContactFlowArn: flows.arnOf(entryFlow),
      },
    });
    // Last of all: the first caller must find everything in its place.
    link.resource.node.addDependency(recordings, contactRecords, agents, functions, backOffice, flows);

    Tags.of(this).add('application', 'callwright');
    Tags.of(this).add('environment', environment);

    writeOutputs(this, {
      phoneNumber: phoneNumber.number,
      alias: instance.alias,
      instanceId: instance.id,
      languages,
      orderFilesBucket: orderFiles.bucketName,
      desktop,
      recordingsBucket: recordings.bucketName,
      tables: parts.tables.map(({ name, purpose }) => ({
        name,
        purpose,
        tableName: tables.named(name).tableName,
      })),
      demoAgents: agents.demoAgents,
      alarmTopicArn: alarms.topicArn,
      givenUpQueueUrl: contactRecords.failed.queueUrl,
      mirrorFunction: connectCases === undefined ? undefined : `${namePrefix}-${mirrorCases.name}`,
    });
  }
}
