import 'server-only';
import type { LocationProfile, UserRecord } from '@/lib/server/sandbox/records';
import type { Staff } from './seed-thread';

/** The same three people, with the same ids, in every location. */
export const staffIds: Record<Staff, string> = {
  mika: 'q7MkHt2RzVb9Ws4LxKaU',
  jonas: 'Jn5sRy8EpTc3Xd6GvQmB',
  priya: 'Pr1yNa4IhKw7Zf2YuSoC',
};

export const staff: readonly UserRecord[] = [
  {
    id: staffIds.mika,
    firstName: 'Mika',
    lastName: 'Kaur',
    email: 'mika@northloom.example',
    phone: '+15035550101',
    role: 'admin',
  },
  {
    id: staffIds.jonas,
    firstName: 'Jonas',
    lastName: 'Reyes',
    email: 'jonas@northloom.example',
    phone: '+15035550102',
    role: 'user',
  },
  {
    id: staffIds.priya,
    firstName: 'Priya',
    lastName: 'Nair',
    email: 'priya@northloom.example',
    phone: '+15035550103',
    role: 'user',
  },
];

export const northloom: LocationProfile = {
  name: 'Northloom Bridal',
  email: 'studio@northloom.example',
  phone: '+15035550100',
  timezone: 'America/Los_Angeles',
  country: 'US',
  address: '412 NW Glisan St',
  city: 'Portland',
  state: 'OR',
  postalCode: '97209',
  website: 'northloom.example',
};

export const harbor: LocationProfile = {
  name: 'Harbor Dental',
  email: 'desk@harbordental.example',
  phone: '+12075550180',
  timezone: 'America/New_York',
  country: 'US',
  address: '88 Commercial St',
  city: 'Portland',
  state: 'ME',
  postalCode: '04101',
  website: 'harbordental.example',
};
