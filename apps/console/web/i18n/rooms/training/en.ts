const training = {
  title: "Training inbox",
};

export const messages = { training };
