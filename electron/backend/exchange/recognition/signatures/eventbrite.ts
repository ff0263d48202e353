/**
 * Eventbrite, attendees: one row a ticket, counted as a place booked on the day of its order. Whether somebody came
 * stands in a status that is only right after the event.
 */
import { column, ignored, must, telling } from '../reports/signature.ts';
import type { Signature } from '../reports/signature.ts';

const attendees: Signature = {
  platform: 'eventbrite',
  report: 'attendees',
  kind: 'counted',
  network: 'events',
  confidence: 'memory',
  counts: 'bookings',
  columns: [
    column('date', { en: ['Order Date', 'Order date'], es: 'Fecha del pedido' }, must),
    column('id', { en: ['Attendee #', 'Attendee ID', 'Barcode number', 'Barcode #'] }),
    column('ignored', { en: ['Order #', 'Order ID'] }, must),
    column('ignored', { en: ['Ticket Type', 'Ticket type'] }, { ...must, ...telling }),
    column('ignored', { en: ['Attendee Status', 'Attendee status'] }, telling),
    column('personal', {
      en: [
        'First Name',
        'Last Name',
        'Email',
        'Buyer first name',
        'Buyer last name',
        'Buyer email',
        'Attendee first name',
        'Attendee last name',
        'Attendee email',
        'Prefix',
        'Phone number',
      ],
    }),
    ignored(
      'Event name',
      'Event ID',
      'Event start date',
      'Quantity',
      'Order Type',
      'Price Tier',
      'Currency',
      'Total Paid',
      'Gross Sales',
      'Net Sales',
      'Eventbrite Fees',
      'Eventbrite Payment Processing',
      'Ticket price',
      'Group',
      'Payment type',
    ),
  ],
  example: {
    file: 'report-2026-11-02T0915.csv',
    text: `Order #,Order Date,First Name,Last Name,Email,Quantity,Price Tier,Ticket Type,Attendee #,Order Type,Currency,Total Paid,Attendee Status
7001,2026-10-01 10:00:00,Ann,Example,ann@example.com,1,,General,90001,Eventbrite Completed,EUR,10.00,Attending
7001,2026-10-01 10:00:00,Bob,Example,bob@example.com,1,,General,90002,Eventbrite Completed,EUR,10.00,Attending
7002,2026-10-04 18:30:00,Cy,Example,cy@example.com,1,,Student,90003,Eventbrite Completed,EUR,5.00,Checked In
`,
    sums: { bookings: 3 },
    answers: { 'confirm:eventbrite:attendees': 'yes' },
    network: 'events',
    language: 'en',
  },
};

export const eventbrite: readonly Signature[] = [attendees];
