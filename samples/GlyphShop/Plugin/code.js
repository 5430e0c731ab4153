/// <reference types="@figma/plugin-typings" />

/**
 * A message of the page in ui.html.
 * @typedef {{ type: "token" | "checkout" } | { type: "insert", name: string, svg: string }} PageMessage
 */

figma.showUI(__html__, { width: 340, height: 410, themeColors: true });

figma.ui.onmessage = async (/** @type {PageMessage} */ message) => {
  switch (message.type) {
    case "token":
      return sendToken();

    case "checkout":
      return checkOut();

    case "insert":
      return insert(message.name, message.svg);
  }
};

/** Opens the checkout. It closes when the user has paid or doesn't want to. */
async function checkOut() {
  // The status says whether a checkout makes sense. Who has paid, only the server can know.
  if (figma.payments?.status.type === "UNPAID") {
    try {
      await figma.payments.initiateCheckoutAsync({ interstitial: "PAID_FEATURE" });
    } catch {
      return reply({ problem: "The checkout didn\u2019t open. Try again later." });
    }

    if (figma.payments.status.type === "UNPAID")
      return reply({});
  }

  await sendToken();
}

/** Sends a new payment token to the page. */
async function sendToken() {
  if (!figma.payments)
    return reply({ problem: "This plugin can\u2019t check payments: its manifest lacks the permission \u201cpayments\u201d." });

  try {
    reply({ token: await figma.payments.getPluginPaymentTokenAsync() });
  } catch {
    reply({ problem: "Figma didn\u2019t say who you are. Sign in to Figma and open the plugin again." });
  }
}

/**
 * @param {string} name
 * @param {string} svg
 */
function insert(name, svg) {
  try {
    const node = figma.createNodeFromSvg(svg);
    node.name = name;
    node.x = figma.viewport.center.x;
    node.y = figma.viewport.center.y;
    figma.currentPage.selection = [node];
    figma.notify(`Added \u201c${name}\u201d`);
    reply({});
  } catch {
    reply({ problem: "Figma couldn\u2019t draw the glyph. Your purchase is safe." });
  }
}

/**
 * Replies to a message of the page.
 * @param {{ token?: string, problem?: string }} message
 */
function reply(message) {
  figma.ui.postMessage(message);
}
