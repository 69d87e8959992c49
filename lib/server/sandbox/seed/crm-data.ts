import 'server-only';
import type { Template } from '@/lib/server/sandbox/crm-state';
import { d, h, type Staff } from './seed-thread';

export type SeedCrm = {
  tags: readonly string[];
  fields: readonly { name: string; key: string; type: string; options?: string[] }[];
  values: readonly { name: string; key: string; value: string }[];
  templates: readonly (Pick<Template, 'name' | 'type' | 'body' | 'subject'> & { agoMs: number })[];
  /** `null` stands for the number of the location itself. */
  numbers: readonly { number: string | null; name: string; isTollFree?: true; owner?: Staff }[];
  people: readonly SeedFile[];
};

/** What the team wrote down about one contact, found by the first name. */
type SeedFile = {
  first: string;
  notes?: { who: Staff; agoMs: number; text: string; title?: string; isPinned?: true }[];
  tasks?: { owner?: Staff; title: string; body?: string; inMs: number; isDone?: true }[];
  /** By the name of the custom field. */
  fields?: Record<string, unknown>;
  followers?: Staff[];
};

export const northloomCrm: SeedCrm = {
  tags: ['vip', 'groom', 'alterations', 'quote sent', 'no show'],
  fields: [
    { name: 'Wedding date', key: 'wedding_date', type: 'DATE' },
    { name: 'Gown', key: 'gown', type: 'TEXT' },
    { name: 'Size', key: 'size', type: 'SINGLE_OPTIONS', options: ['34', '36', '38', '40', '42', '44'] },
    { name: 'Budget', key: 'budget', type: 'MONETORY' },
    { name: 'Wants to hear about', key: 'interests', type: 'CHECKBOX', options: ['Gowns', 'Suits', 'Veils'] },
  ],
  values: [
    { name: 'Opening hours', key: 'opening_hours', value: 'Tuesday to Saturday, 10 AM to 7 PM' },
    { name: 'Parking', key: 'parking', value: 'Free behind the house, entrance on 4th' },
    { name: 'Booking link', key: 'booking_link', value: 'https://northloom.example/book' },
  ],
  templates: [
    {
      name: 'Fitting reminder',
      type: 'sms',
      body: 'Hi {{contact.first_name}}, a reminder of your fitting tomorrow. Please bring the shoes. {{location.name}}',
      agoMs: d(210),
    },
    {
      name: 'Parking',
      type: 'sms',
      body: 'You can park for free behind the house: {{custom_values.parking}}.',
      agoMs: d(180),
    },
    {
      name: 'Gown is ready',
      type: 'sms',
      body: 'Good news, {{contact.first_name}}: your {{contact.gown}} is ready! When would you like to come by?',
      agoMs: d(96),
    },
    {
      name: 'Quote follow-up',
      type: 'email',
      subject: 'Your quote, {{contact.first_name}}',
      body: '<p>Dear {{contact.first_name}},</p><p>have you had time to look at the quote? It is valid for thirty days.</p><p>{{user.name}}<br>{{location.name}}</p>',
      agoMs: d(150),
    },
    {
      name: 'Welcome',
      type: 'email',
      subject: 'Welcome to {{location.name}}',
      body: '<p>Hello {{contact.first_name}},</p><p>we look forward to your visit. We are open {{custom_values.opening_hours}}.</p>',
      agoMs: d(300),
    },
    {
      name: 'appointment_confirmation',
      type: 'whatsapp',
      body: 'Hello {{contact.first_name}}, your appointment is confirmed. Reply CHANGE to move it.',
      agoMs: d(44),
    },
  ],
  numbers: [
    { number: null, name: 'Studio' },
    { number: '+18885550123', name: 'Toll-free line', isTollFree: true },
    { number: '+15035550144', name: 'Jonas, tailoring', owner: 'jonas' },
  ],
  people: [
    {
      first: 'Amara',
      notes: [
        {
          who: 'priya',
          agoMs: d(21),
          text: 'Found us through her sister (Adaeze, 2024). Three guests at the first visit.',
        },
        {
          who: 'mika',
          agoMs: d(5),
          title: 'Measurements',
          text: '<p>Bust 92, waist 74, hips 99. <b>Heel 6 cm.</b></p><p>Ivory, not white.</p>',
          isPinned: true,
        },
        { who: 'jonas', agoMs: h(1), text: 'Ivory sample, size 38, is on the hold rail until Sunday.' },
      ],
      tasks: [
        {
          owner: 'jonas',
          title: 'Hold the ivory sample',
          body: 'Size 38, until Sunday evening.',
          inMs: d(2),
        },
        { owner: 'mika', title: 'Call about the veil', inMs: -d(1) },
        { owner: 'priya', title: 'Send the fitting checklist', inMs: -d(5), isDone: true },
      ],
      fields: {
        'Wedding date': '2027-05-22',
        Gown: 'Marisol',
        Size: '38',
        Budget: 3200,
        'Wants to hear about': ['Veils'],
      },
    },
    {
      first: 'Lucía',
      notes: [{ who: 'mika', agoMs: d(5), text: 'Her mother wants the sleeves, she does not. Quote 2214.' }],
      tasks: [{ owner: 'mika', title: 'New quote without sleeves', inMs: d(1) }],
      fields: { 'Wedding date': '2027-06-12', Gown: 'Marisol', Budget: 2800 },
      followers: ['priya'],
    },
    {
      first: 'Devon',
      notes: [{ who: 'jonas', agoMs: d(3), text: 'Prefers a text to a call.' }],
      tasks: [{ title: 'Ask for the shoe size', inMs: d(4) }],
    },
    {
      first: 'Camille',
      notes: [{ who: 'priya', agoMs: d(6), text: 'Deposit paid. Atelier order NL-1093.' }],
      fields: { Gown: 'Camellia', Size: '40' },
      followers: ['mika', 'jonas'],
    },
  ],
};

export const harborCrm: SeedCrm = {
  tags: ['emergency', 'recall', 'anxious', 'insurance pending'],
  fields: [
    {
      name: 'Insurance',
      key: 'insurance',
      type: 'SINGLE_OPTIONS',
      options: ['Delta', 'Aetna', 'Cigna', 'None'],
    },
    { name: 'Last cleaning', key: 'last_cleaning', type: 'DATE' },
    { name: 'Allergies', key: 'allergies', type: 'LARGE_TEXT' },
  ],
  values: [
    { name: 'Opening hours', key: 'opening_hours', value: 'Monday to Friday, 8 AM to 5 PM' },
    { name: 'Emergency line', key: 'emergency_line', value: '+1 207 555 0199' },
  ],
  templates: [
    {
      name: 'Cleaning is due',
      type: 'sms',
      body: 'Hi {{contact.first_name}}, it has been six months. Shall we book your cleaning? {{location.name}}',
      agoMs: d(120),
    },
    {
      name: 'After an extraction',
      type: 'email',
      subject: 'How to care for the wound',
      body: '<p>Dear {{contact.first_name}},</p><ul><li>No hot drinks today.</li><li>Call {{custom_values.emergency_line}} if it does not stop.</li></ul>',
      agoMs: d(90),
    },
  ],
  numbers: [{ number: null, name: 'Front desk' }],
  people: [
    {
      first: 'Desmond',
      notes: [{ who: 'mika', agoMs: d(2), text: 'Crown on 14 came off. Temporary one set.', isPinned: true }],
      tasks: [{ owner: 'mika', title: 'Order the crown', inMs: d(1) }],
      fields: { Insurance: 'Delta', Allergies: 'Penicillin' },
    },
    {
      first: 'Marguerite',
      notes: [{ who: 'priya', agoMs: d(9), text: 'Very anxious. Always the first appointment of the day.' }],
      tasks: [{ owner: 'priya', title: 'Call the day before', inMs: d(3) }],
      followers: ['priya'],
    },
  ],
};
