/** AWS::CustomerProfiles::Domain, AWS::Cases::Domain, Field, Layout and Template: where flows find customers and cases. */
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { CasesDomain, ServiceState } from '../services/service-state.ts';
import { readProperties, text } from './properties.ts';
import { refuse, refuseProperty } from './refused.ts';

/** Other properties are taken and have no effect. */
const NAMED = z.looseObject({ Name: text(100), DomainId: z.optional(text(500)) });

const profilesDomain = (services: ServiceState): Provisioner => ({
  type: 'AWS::CustomerProfiles::Domain',
  create(request) {
    const { DomainName: name } = readProperties(z.looseObject({ DomainName: text(64) }), request);
    const { partition, region, accountId } = request.stack;
    if (services.profiles !== undefined)
      throw refuse(request, 'the local centre has one domain of customer profiles; leave the other out');
    const arn = `arn:${partition}:profile:${region}:${accountId}:domains/${name}`;
    services.profiles = { name, arn, profiles: new Map(), contacts: new Map() };
    return { physicalId: name, attributes: {} };
  },
});

const casesArn = ({ stack }: ResourceRequest, domainId: string): string =>
  `arn:${stack.partition}:cases:${stack.region}:${stack.accountId}:domain/${domainId}`;

const casesDomain = (services: ServiceState): Provisioner => ({
  type: 'AWS::Cases::Domain',
  create(request) {
    readProperties(NAMED, request);
    if (services.cases !== undefined)
      throw refuse(request, 'the local centre has one domain of cases; leave the other out');
    const id = physicalUuid(request);
    const arn = casesArn(request, id);
    services.cases = { id, arn, templateIds: new Set(), fieldIds: new Set(), cases: [] };
    return { physicalId: arn, attributes: { DomainArn: arn, DomainId: id, DomainStatus: 'Active' } };
  },
});

/** A part of the domain: what is kept of it is its id. */
const casesPart = (
  services: ServiceState,
  noun: 'Field' | 'Layout' | 'Template',
  idsOf: (domain: CasesDomain) => Set<string> | undefined,
): Provisioner => ({
  type: `AWS::Cases::${noun}`,
  create(request) {
    const { DomainId } = readProperties(NAMED, request);
    const { cases } = services;
    if (cases === undefined || (DomainId !== undefined && DomainId !== cases.id))
      throw refuseProperty(request, ['DomainId'], DomainId, 'the stack has no such domain of cases');
    const id = physicalUuid(request);
    idsOf(cases)?.add(id);
    const arn = `${cases.arn}/${noun.toLowerCase()}/${id}`;
    return { physicalId: arn, attributes: { [`${noun}Arn`]: arn, [`${noun}Id`]: id } };
  },
});

export const serviceDomainProvisioners = (services: ServiceState): readonly Provisioner[] => [
  profilesDomain(services),
  casesDomain(services),
  casesPart(services, 'Field', ({ fieldIds }) => fieldIds),
  casesPart(services, 'Layout', () => undefined),
  casesPart(services, 'Template', ({ templateIds }) => templateIds),
];
