/** Every word of trying with a caller what helps a product that does not work, in English. */

export const troubleshooting = {
  askSymptom:
    'If it does not switch on, press 1. If it stops or switches itself off, press 2. If it makes noise or leaks, press 3. For anything else, press 4. To speak with one of our team, press 0.',
  offerSteps:
    'Two short steps often help. To try them with us now, press 1. To skip them, press 2. To speak with one of our team, press 0.',
  stepPlug:
    'Please plug it into another socket, and switch it on. If it works now, press 1. If it does not, press 2. To hear this again, press 3. To speak with one of our team, press 0.',
  stepRestart:
    'Please switch it off, pull the plug, and wait a minute. Then plug it in again, and switch it on. If it works now, press 1. If it does not, press 2. To hear this again, press 3. To speak with one of our team, press 0.',
  stepClean:
    'Please pull the plug, let it cool down, and clear its filter and vents. Then switch it on again. If it works now, press 1. If it does not, press 2. To hear this again, press 3. To speak with one of our team, press 0.',
  stepLevel:
    'Please pull the plug. See that it stands level, and that nothing touches it or is stuck in it. Then switch it on again. If it works now, press 1. If it does not, press 2. To hear this again, press 3. To speak with one of our team, press 0.',
  stepHose:
    'Please pull the plug. See that its filter, its lid and any hose sit tight. Then switch it on again. If it works now, press 1. If it does not, press 2. To hear this again, press 3. To speak with one of our team, press 0.',
  stepSilence: 'Take the time that you need. We are still here.',
  troubleOrder:
    'If it came with your latest order, press 1 and pound. If it came with another one, enter its number, and then press the pound key. Otherwise, just press pound.',
  stepHelped: 'We are glad that it works again.',
} as const;
