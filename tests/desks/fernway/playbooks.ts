import type { FernwayPlaybook } from './types.ts';

/** The team's playbooks, in the format in which agents write them. */
export const playbooks = [
  {
    title: 'Battery does not charge',
    intent: 'tech.bug',
    text: `Battery does not charge
Intent: tech.bug
1. Ask: what the charger light shows, and whether any light comes on at the battery
2. Ask: how long the battery has been unused, and where it was kept
3. Do: have the rider warm the battery up indoors for two hours
4. Do: have the rider hold the battery button for ten seconds with the charger connected
5. Verify: one light blinks and the charger turns red within thirty minutes
6. Ask: for the serial number under the motor and a photo of the charger light
7. Escalate: to the workshop team if the battery is swollen, smells or stays dark after four hours
8. Tell: the rider when to expect an answer, and that a dark battery is a warranty case`,
  },
  {
    title: 'Delivery is late',
    intent: 'delivery.late',
    text: `Delivery is late
Intent: delivery.late
1. Ask: for the order number, unless it is in the message
2. Verify: the status of the order and the last scan of the carrier
3. Tell: that we are sorry, and what the last scan says
4. Do: open a search with the carrier if the promised day passed three working days ago
5. Tell: the day by which the rider hears from us, even without news
6. Verify: earlier tickets about the same order
7. Escalate: to the team lead if this is the third contact or the delay is above fifteen working days`,
  },
  {
    title: 'Bike arrived damaged',
    intent: 'delivery.damaged_or_wrong',
    text: `Bike arrived damaged
Intent: delivery.damaged_or_wrong
1. Tell: that we are sorry and that it costs the rider nothing
2. Ask: for photos of the box, the label and the damage
3. Ask: for the serial number under the motor
4. Verify: that the delivery was no more than five days ago
5. Tell: not to ride, and to keep the packaging
6. Do: send the part, or book the collection and a new bike
7. Escalate: to the safety desk if the battery is dented`,
  },
  {
    title: 'Refund has not arrived',
    intent: 'refund.status',
    text: `Refund has not arrived
Intent: refund.status
1. Verify: the day on which the refund was released, and the way of payment
2. Tell: how long the bank takes for that way of payment
3. Ask: whether the card or account has been replaced since
4. Do: request the ARN from the payment provider if ten working days have passed
5. Tell: the ARN and how the bank uses it
6. Escalate: to the payments team if the bank cannot find it with the ARN`,
  },
  {
    title: 'Rider asks for deletion of personal data',
    intent: 'account.close',
    text: `Rider asks for deletion of personal data
Intent: account.close
1. Verify: that the request comes from the address on the account
2. Ask: for the serial number if it comes from another address
3. Do: add the note “Legal or privacy request” with the date of receipt
4. Tell: that the answer comes within one month, and which data the law makes us keep
5. Verify: whether a Find plan or Cover is still active, and end it
6. Escalate: to the legal desk if a lawyer, a regulator or damages are mentioned`,
  },
  {
    title: 'Sign-in code does not arrive',
    intent: 'account.login',
    text: `Sign-in code does not arrive
Intent: account.login
1. Ask: whether the code should come by e-mail, text message or authenticator
2. Do: have the rider wait two minutes, request one code and look in the spam folder
3. Verify: that the account is not paused after five requests
4. Ask: for the serial number and the order number if the rider has lost the number or mailbox
5. Tell: never to send us a code or a password
6. Escalate: to the account desk to remove the old number after the check of ownership
7. wait for the rider to confirm that signing in works`,
  },
] satisfies FernwayPlaybook[];
