"""Who finds the words: `plain` from written ways of saying; another phraser would keep the same contract."""
