package vn.banso.store.node;

import vn.banso.register.values.ScopeId;

/**
 * Whose node this is.
 *
 * @param rootKey public Ed25519 key that every grant leads back to
 * @param governance scope of grants and keys
 * @param listVersion unit list in which the code stands
 * @param code of the province, or empty where the node was not told
 * @param receiver address of the province's receiver, or empty
 */
public record Province(byte[] rootKey, ScopeId governance, String listVersion, String code, String receiver) {}
