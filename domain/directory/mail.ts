import type { Organisation, Person } from './entries';

const LOCAL = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$/;

/** True for a plain ASCII address of at most 254 characters: no quotes, comments, groups, line breaks or look-alikes. */
export function isPlainAddress(address: string): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  return at > 0 && address.length <= 254 && local.length <= 64 && LOCAL.test(local) && isMailDomain(address.slice(at + 1));
}

/** True for a plain ASCII domain name with a dot. */
export const isMailDomain = (domain: string): boolean => domain.length <= 253 && DOMAIN.test(domain);

/** True for an address outside the domains that its organisation calls its own; false where it names none. */
export function isOutsideDomain({ email }: Pick<Person, 'email'>, { mailDomains = [] }: Pick<Organisation, 'mailDomains'>): boolean {
  if (email === null || mailDomains.length === 0) return false;
  const domain = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return !mailDomains.some((own) => own.toLowerCase() === domain);
}
