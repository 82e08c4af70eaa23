const access = {
  title: "Access",
};

export const messages = { access };
