"""Letters of medical necessity and appeals, in which every sentence says what it rests on."""
