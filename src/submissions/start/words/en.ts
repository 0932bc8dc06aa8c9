import type { StartWords } from './start-words.ts'

export const en: StartWords = {
  title: 'Take part in the Coalition on Justice',
  lead: 'The Open Government Partnership (OGP) joins governments and civil society. Its Coalition on Justice brings together the members whose commitments are about justice. Here you can ask to join its meetings, or ask for help with your own work on justice.',
  observersTitle: 'Observe the Coalition’s meetings',
  observers:
    'Observers listen and contribute at meetings of the Coalition. OGP members that are not already invited, and other organisations, can apply: for one meeting or for all of them.',
  supportTitle: 'Ask for support',
  support:
    'Governments can ask the OGP Support Unit and the Coalition for help with justice in their action plan: guidance, peers who have done it, experts, help with co-creation and more.',
  invitedTitle: 'Who is already invited',
  invited: (since, count) =>
    `This rule has applied since ${since}. ${count} members are on the list. They do not need to apply to observe.`,
  invitedList: 'Show the list',
  invitedSource: 'Where the rule and the list are published',
  nextTitle: 'What happens next, and by when',
  next: (firstLook, observer, support) => [
    'You will get a reference and a receipt by email at once, with a link to follow what happens.',
    `Someone in the Support Unit will take a first look within ${firstLook} working days.`,
    `You will have an answer within ${observer} working days if you apply to observe, and within ${support} if you ask for support. Every decision comes with its reasons.`,
  ],
  dataTitle: 'Your data',
  data: draftDays => [
    `What you have not sent yet is deleted ${draftDays} days after your last change.`,
    'What you sent is seen by the people who work on it. It is kept until it is no longer needed; you can ask us to erase it at any time.',
  ],
  askedTitle: 'What will be asked',
  asked: 'You can look at all questions as you go: nothing is sent before you have checked your answers.',
  minutes: { observer: 'About 20 minutes.', support: 'About 30 minutes.' },
  keepTitle: 'You can stop and come back',
  keep: draftDays =>
    `Every page is saved when you continue. You can ask for an emailed link that leads back to your answers, on any device, for ${draftDays} days.`,
  offline: 'Fill it in without a connection',
  placeTitle: 'First: where are you?',
  placeLabel: 'Country, or OGP member',
  placeHint:
    'For example: Kenya, Côte d’Ivoire, Buenos Aires. We will tell you whether it is already invited.',
  placeButton: 'Look it up',
  placeMissing: 'Country, or OGP member: enter a name.',
  alreadyInvited: name => `${name} is already invited`,
  invitedBy: 'It is invited to the meetings by this rule:',
  invitedVersion: version => `The list in force is from ${version}.`,
  invitedSourceLink: 'See the published list',
  invitedNext: email =>
    `Government colleagues of this member do not need to apply: write to ${email} to get the invitations. Other organisations from there can apply, and so can you if you want to.`,
  goOnAnyway: 'Continue with the form',
  notInvited: name => `${name} is an OGP member that is not on the list of those invited. Please apply.`,
  isMember: name => `${name} is an OGP member.`,
  notMember: typed => `We could not find an OGP member called “${typed}”. You can still continue.`,
  localNotCountry: 'A local member is not the same as its country: each is invited separately.',
  several: 'Did you mean one of these?',
  start: 'Start now',
}
