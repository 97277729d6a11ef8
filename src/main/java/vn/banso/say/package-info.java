/** What a failure is called: the sentence a person can act on, or a short code. Windows and commands say it alike. */
package vn.banso.say;
