package vn.banso.store.files;

/** How near a backup lies to what it is a backup of. */
public enum BackupDistance { OWN_FOLDER, SAME_DISK, ELSEWHERE }
