import { describe, expect, it } from 'vitest';
import { findAllowed, readAllowedRequests } from './privacy/allowed-requests.ts';

const rows = await readAllowedRequests();

describe("the README's list of requests", () => {
  it.each([
    'https://acme.zendesk.com/api/v2/users/12.json',
    'https://acme.zendesk.com/api/v2/tickets/7/comments.json?include=users&page[size]=100',
    'https://acme.freshdesk.com/api/v2/tickets/7/conversations?per_page=100&page=2',
  ])('allows %s', (address) => {
    expect(findAllowed(rows, address)).toBeDefined();
  });

  it.each([
    ['another path', 'https://acme.zendesk.com/api/v2/users/12/identities.json'],
    ['another parameter', 'https://acme.zendesk.com/api/v2/users/12.json?told=secret'],
    ['a path that goes on', 'https://acme.zendesk.com/api/v2/users/12.json/more'],
    ['another host', 'https://acmezendesk.com/api/v2/users/12.json'],
    ['a host behind it', 'https://acme.zendesk.com.evil.example/api/v2/users/12.json'],
    ['no encryption', 'http://acme.zendesk.com/api/v2/users/12.json'],
    ["the other helpdesk's path", 'https://acme.freshdesk.com/api/v2/users/12.json'],
  ])('does not allow %s', (_what, address) => {
    expect(findAllowed(rows, address)).toBeUndefined();
  });

  it('is missed when it is gone', async () => {
    await expect(readAllowedRequests('CHANGELOG.md')).rejects.toThrow('lists 0 requests');
  });
});
